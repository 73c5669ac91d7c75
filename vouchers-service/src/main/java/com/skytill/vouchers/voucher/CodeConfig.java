package com.skytill.vouchers.voucher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Optional;

/** What voucher codes look like. */
@ConfigMapping(prefix = "skytill.voucher-code")
interface CodeConfig {

    /** Random characters; nine of the 31 are 44 bits, eight would be less than 40. */
    @WithDefault("9")
    int length();

    /** What every code begins with; adds no strength. */
    Optional<String> prefix();

    /** Characters in a group; 0 for one group. */
    @WithDefault("3")
    int group();
}
