#ifndef C_SYSTEM_H
#define C_SYSTEM_H

/* Calls that the C library declares only to GNU or X/Open sources, which Swift's import of it is not. */

/// Writes everything of the file system that holds the open file to disk; 0, or -1 and errno.
int synchronize_file_system(int descriptor);

/// Lets the system begin to write an open file to disk, and does not wait for it; 0, or -1 and errno.
int begin_writing_to_disk(int descriptor);

/// Has the C library give large blocks of memory back to the system as soon as they are free: it would learn from the
/// first ones to keep them, and a program that reads, draws and packs would hold all of that at once. 0 when refused.
int return_large_memory(void);

/// Lets go of the pages of the program's own code, which the system reads again from its file where they are needed:
/// what a long run needed for its first part only does not stay in memory.
void give_back_program_code(void);

/// The columns that a character takes on a terminal; -1 for one that cannot be printed.
int terminal_columns(unsigned int scalar);

#endif
