package com.skytill.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may switch off. */
@ConfigMapping(prefix = "skytill.gateway.api")
interface ApiConfig {

    /** Whether updates are taken by GET as well as by POST; off, they are refused with 405. */
    @WithDefault("true")
    boolean updatesByGet();

    /** Whether the parameter access_token is taken in the query; off, it is refused with 401. */
    @WithDefault("true")
    boolean tokensInUrls();
}
