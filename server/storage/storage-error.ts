/** DATA_DIR cannot be used. The message is meant for the operator. */
export class StorageError extends Error {}
