package org.beffroi;

import org.beffroi.platform.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Beffroi {
    public static void main(String[] args) throws Exception {
        Launch.main(Beffroi.class, args);
    }
}
