package lurewatch.searchcli.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.World;
import lurewatch.searchcli.campaigns.Decisions.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A campaign of more postings than are looked at one by one.
class CampaignsIT {
    private static final int LOOKED_AT = 4;
    private static final String TYPIST =
            "Typists wanted in Poipet, free flight and visa, no experience needed, salary %d USD a"
                    + " month, rooms with air condition, write to @sample_hr today";
    private static final String DRIVER =
            "Drivers for the night shift, own car, paid every day, no questions asked, write to"
                    + " @sample_hr today";

    @TempDir private Path data;

    /// Twelve postings: `p-d0` to `p-d4` of one wording first, then `p-t0` to `p-t6`.
    private void index() {
        World world = new World();
        Instant start = Instant.parse("2026-08-01T12:00:00Z");
        for (int i = 0; i < 12; i++) {
            boolean driver = i < 5;
            world.on("site" + i % 2).seen(start.plusSeconds(i), start.plusSeconds(60));
            world.add(
                    driver ? "d" + i : "t" + (i - 5),
                    "en",
                    90,
                    Context.NONE,
                    "Job",
                    driver ? DRIVER : TYPIST.formatted(1000 + i),
                    World.contact(ContactKind.TELEGRAM, "sample_hr"));
        }
        world.in(data);
    }

    @Test
    void allPostingsOfWhatAnalystsPartedAreCounted() {
        index();
        CampaignId whole = new CampaignId("c-d0");
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            Decision merge = new Decision.Merge("p-d0", "p-t0");
            Campaigns before = new Campaigns(facts, new Decisions(List.of(merge)), LOOKED_AT);
            assertThat(before.of(new PostingId("p-t6")).orElseThrow().postings()).isEqualTo(12);

            Decision split = new Decision.Split(whole, List.of(new PostingId("p-d1")));
            Campaigns after = new Campaigns(facts, new Decisions(List.of(merge, split)), LOOKED_AT);
            Campaign drivers = after.of(new PostingId("p-d0")).orElseThrow();
            Campaign typists = after.of(new PostingId("p-t0")).orElseThrow();
            assertThat(drivers.postings()).isEqualTo(5);
            assertThat(drivers.sites()).containsEntry("site0", 3L).containsEntry("site1", 2L);
            assertThat(typists.postings()).isEqualTo(7);
            assertThat(after.members(typists.id())).hasSize(LOOKED_AT);
            long wording = after.seat(new PostingId("p-t0")).orElseThrow().wording();
            assertThat(after.postingsOf(Set.of(wording))).isEqualTo(7);
        }
    }
}
