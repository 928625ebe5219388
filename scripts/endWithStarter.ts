/**
 * Loaded before a program that is not ours (`node --import`): ends it when the program that started it is gone,
 * even by `kill -9`, so that nothing goes on without anybody to stop it. The channel alone keeps nobody alive.
 */
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
