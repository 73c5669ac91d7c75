/** Which pages of other origins may call the API from a browser: those that the operator names. */
package com.skytill.gateway.cors;
