package com.skytill.auth.client;

/**
 * A registered client with whose it is.
 *
 * @param number its place in lists
 * @param ownerId the user it belongs to
 * @param view how answers show it
 */
record OwnedClient(long number, long ownerId, OauthClientView view) {}
