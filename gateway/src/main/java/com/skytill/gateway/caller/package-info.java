/** Who calls: the address at the other end, and whose word is taken for one further away. */
package com.skytill.gateway.caller;
