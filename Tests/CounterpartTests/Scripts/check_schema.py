"""check_schema.py SCHEMA DOCUMENT: says where the document breaks the schema."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    document = json.load(file)
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
problems = list(validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(document))
for problem in problems[:20]:
    print(problem.json_path, problem.message)
sys.exit(1 if problems else 0)
