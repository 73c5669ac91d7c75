package com.skytill.local.suite;

import com.skytill.local.home.Home;

/**
 * How a suite is to be started.
 *
 * @param home whose installation
 * @param gatewayPort the TCP port of the API, 0 for any free one
 */
public record SuiteOptions(Home home, int gatewayPort) {}
