#ifndef CTEMPLATES_H
#define CTEMPLATES_H
int placeholder(void);
#endif
