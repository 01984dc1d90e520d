// What a process gives up, and what its parent takes from it: the filter of system calls, the files, the limits, when it ends.
#ifndef DMP_CSECCOMP_SHIM_H
#define DMP_CSECCOMP_SHIM_H

#include <linux/landlock.h>
#include <seccomp.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift sees no macro with a cast, nor one that makes a value of another.
static const uint32_t dmp_kill_process = SCMP_ACT_KILL_PROCESS;
static const uint32_t dmp_allow = SCMP_ACT_ALLOW;
static const int dmp_no_system_call = __NR_SCMP_ERROR;

// Swift sees no function that takes a variable number of arguments, and none that glibc declares for _GNU_SOURCE alone.
static inline int dmp_die_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0, 0, 0); }
static inline int dmp_gain_no_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
static inline int dmp_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

// The soft limit of another process's seconds of the processor, never above its hard one.
static inline int dmp_limit_processor(pid_t process, unsigned long long seconds) {
    unsigned long long limit[2];
    if (syscall(SYS_prlimit64, process, RLIMIT_CPU, 0, limit) != 0) return -1;
    limit[0] = seconds < limit[1] ? seconds : limit[1];
    return (int)syscall(SYS_prlimit64, process, RLIMIT_CPU, limit, 0);
}

// Landlock, for which the C library has no functions: every way to use the file system that its first version knows of is
// taken, and reading given back below some folders.
static inline int dmp_wall(void) {
    struct landlock_ruleset_attr attributes = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    return (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
}
static inline int dmp_wall_lets_read(int wall, int folder) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = folder,
    };
    return (int)syscall(SYS_landlock_add_rule, wall, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}
static inline int dmp_stay_within(int wall) { return (int)syscall(SYS_landlock_restrict_self, wall, 0); }

#endif
