/** How much a client, or an address that has shown no good token, may ask of one replica of the gateway. */
package com.skytill.gateway.rate;
