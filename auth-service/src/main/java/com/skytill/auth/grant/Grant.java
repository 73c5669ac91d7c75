package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.skytill.auth.client.OAuthClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** One way to get a token. */
interface Grant {

    /** Its name in requests. */
    GrantType type();

    /** The answer of RFC 6749 §5.1; fails with an OAuth error. */
    Uni<JsonObject> grant(TokenRequest request, OAuthClient client) throws GeneralException;
}
