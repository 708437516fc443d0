int placeholder(void) { return 0; }
