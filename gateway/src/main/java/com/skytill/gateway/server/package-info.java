/** How the server itself is set up, beyond what Quarkus has keys for. */
package com.skytill.gateway.server;
