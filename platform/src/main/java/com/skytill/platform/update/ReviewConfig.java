package com.skytill.platform.update;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Map;

/** Which operations wait for review. */
@ConfigMapping(prefix = "skytill.review")
interface ReviewConfig {

    /** The policy of operations that have none of their own. */
    @WithDefault("untrusted")
    ReviewPolicy standard();

    /** Policies by the operations' names. */
    Map<String, ReviewPolicy> operations();
}
