package com.skytill.platform.operation;

/**
 * An operation's answer, ready to send.
 *
 * @param status the HTTP status
 * @param body JSON
 * @param replayed whether it is the first answer to an idempotency key given again
 */
public record OperationAnswer(int status, String body, boolean replayed) {}
