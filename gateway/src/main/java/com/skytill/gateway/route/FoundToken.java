package com.skytill.gateway.route;

import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.token.OpaqueToken;

/** A token that came in the body, and the body without it. */
record FoundToken(OpaqueToken token, OutgoingBody body) {}
