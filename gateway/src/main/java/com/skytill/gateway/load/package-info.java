/** How much the gateway takes on at once: beyond that it says so at once, instead of falling over a little later. */
package com.skytill.gateway.load;
