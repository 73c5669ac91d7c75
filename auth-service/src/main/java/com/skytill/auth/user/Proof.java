package com.skytill.auth.user;

/**
 * That somebody proved to be a user, good for as long as the user is active and the password is the one that it was then: whatever
 * is begun by it asks for both in the statement that begins it.
 *
 * @param passwordHash as it was when the proof was given
 */
public record Proof(long userId, String passwordHash) {

    /** Without the hash, which is for no log. */
    @Override
    public String toString() {
        return "Proof of user " + userId;
    }
}
