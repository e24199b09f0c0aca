package org.coursewright.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a host is: by default what the machine answers.
@FunctionalInterface
interface Resolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
