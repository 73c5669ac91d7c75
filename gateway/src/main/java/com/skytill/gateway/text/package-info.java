/** What texts from outside may be written in. */
package com.skytill.gateway.text;
