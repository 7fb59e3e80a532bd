package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentlyUsedTest {
    @Test
    void theLeastRecentlyUsedGoes() {
        RecentlyUsed<String, Integer> hosts = new RecentlyUsed<>(3);
        for (String host : List.of("a", "b", "c")) {
            hosts.put(host, 1);
        }
        assertThat(hosts.get("a")).isEqualTo(1);
        assertThat(hosts.putIfAbsent("b", 2)).isEqualTo(1);
        hosts.put("d", 1);
        assertThat(hosts).containsOnlyKeys("a", "b", "d");
    }
}
