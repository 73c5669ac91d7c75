/** The opaque token: where a request shows it, what auth-service says of it, and for how long that is believed. */
package com.skytill.gateway.token;
