package org.beffroi.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from, as limits per sender know it. What {@code X-Forwarded-For} says is believed only where the operator has said
 * so ({@code server.forward-headers-strategy}).
 */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** Of the request that this thread serves; empty when it serves none. */
    public static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest().getRemoteAddr())
                : "";
    }

    /** Of IPv6 the first 64 bits: whoever has one address of such a network has all. */
    public static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                var bytes = parsed.getAddress();
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            return String.valueOf(parsed.getHostAddress());
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return address;
        }
    }
}
