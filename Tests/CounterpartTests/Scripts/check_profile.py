"""Judges bags, as folders and as archives, by a BagIt profile: PROFILE BAG..."""

import json
import os
import sys

import bagit
import bagit_profile

with open(sys.argv[1], encoding="utf-8") as file:
    described = json.load(file)
address = described["BagIt-Profile-Info"]["BagIt-Profile-Identifier"]
profile = bagit_profile.Profile(address, profile=described)

failed = False
for path in sys.argv[2:]:
    if not os.path.isdir(path):
        profile.validate_serialization(path)
        continue
    bag = bagit.Bag(path)
    # Our bags do not name their profile: it has no address on the net yet.
    bag.info["BagIt-Profile-Identifier"] = address
    if not profile.validate(bag):
        failed = True
        print(path, profile.report)
    profile.report.errors.clear()
    # Later than the version that the validator knows.
    for needed in described["Payload-Files-Required"]:
        if not os.path.exists(os.path.join(path, needed)):
            failed = True
            print(path, "lacks", needed)
sys.exit(1 if failed else 0)
