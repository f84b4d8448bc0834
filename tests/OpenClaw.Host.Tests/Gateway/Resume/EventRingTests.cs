using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.Gateway.Resume;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Tests.Gateway.Resume;

public sealed class EventRingTests
{
    [Fact]
    public void Against_a_plain_list_every_question_has_the_same_answer()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var capacity = random.Next(1, 40);
            var ring = new EventRing(capacity);
            var all = new List<(long Seq, KeptEvent Kept)>();
            for (var step = 0; step < 100; step++)
            {
                var seq = ring.Last + (random.Next(8) == 0 ? 3 : 1);
                for (var passed = ring.Last + 1; passed < seq; passed++)
                {
                    all.Add((passed, KeptEvent.LeftOut));
                }

                var kept = random.Next(4) == 0 ? KeptEvent.LeftOut : Kept();
                ring.Add(seq, kept);
                all.Add((seq, kept));
                var after = random.NextInt64(0, ring.Last + 1);
                var expected = ring.Last - after > capacity
                    ? null
                    : all.Where(one => one.Seq > after && one.Kept != KeptEvent.LeftOut).Select(one => one.Kept);
                Assert.Equal(expected, ring.After(after)?.Select(one => one.Kept));
            }
        }
    }

    [Fact]
    public void What_was_forgotten_is_a_gap_only_for_those_who_have_not_seen_it()
    {
        var ring = new EventRing(8);
        var (first, second) = (Kept(), Kept());
        ring.Add(1, first);
        ring.Add(2, second);
        first.Forget();
        Assert.Null(ring.After(0));
        Assert.Equal([second], ring.After(1)!.Select(one => one.Kept));
    }

    [Fact]
    public void The_journal_forgets_the_oldest_by_number_and_by_bytes()
    {
        var journal = new EventJournal(new GatewayOptions { MaxJournalEvents = 3, MaxJournalBytes = 10_000 });
        var kept = Enumerable.Range(0, 5).Select(_ => Keep(journal, 10)).ToList();
        Assert.Equal([false, false, true, true, true], kept.Select(one => one.Event is not null));
        var large = Keep(journal, 9_000);
        Assert.NotNull(large.Event);
        Assert.Null(kept[2].Event);
        Assert.Null(Keep(journal, 20_000).Event);
        Assert.Null(large.Event);
    }

    private static KeptEvent Kept() => Keep(new EventJournal(new GatewayOptions()), 1);

    private static KeptEvent Keep(EventJournal journal, int size)
    {
        Assert.True(EventCatalog.TryGet(EventNames.Chat, out var entry));
        var payload = JsonElement.Parse($"\"{new string('x', size)}\"");
        return journal.Keep(GatewayEvent.Create(EventNames.Chat, payload, ProtocolJsonContext.Default.JsonElement), entry, null);
    }
}
