using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>Small records of which the newest counts.</summary>
public sealed class LatestRecordTests
{
    [Fact]
    public void What_a_refused_append_left_whole_never_takes_the_place_of_a_newer_one()
    {
        TornStore store = new();
        LatestRecord latest = new(store, "x-", 1);
        latest.Open();
        Keep(latest, 1);
        store.SaysFailed = true;
        latest.Payload[0] = 2;
        Assert.False(latest.Keep());
        store.SaysFailed = false;
        byte[] before = [.. store.Files["x-0"]];
        Keep(latest, 3);

        // The power goes before the other file does.
        Assert.Equal(StoreResult.Ok, store.Append("x-0", before, 0, before.Length));
        LatestRecord again = new(store, "x-", 1);
        again.Open();
        Assert.Equal(3, again.Payload[0]);
    }

    private static void Keep(LatestRecord latest, byte value)
    {
        latest.Payload[0] = value;
        Assert.True(latest.Keep());
    }
}
