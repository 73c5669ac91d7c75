package com.skytill.auth.authorize;

/**
 * Where and how a client waits for its answer.
 *
 * @param redirectUrl one that the client registered
 * @param state what the client wants back; null when none
 * @param formPost whether the browser posts the answer (OAuth 2.0 Form Post Response Mode) rather than has it in the address
 */
record Target(String redirectUrl, String state, boolean formPost) {}
