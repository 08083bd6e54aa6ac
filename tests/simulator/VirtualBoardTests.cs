using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class VirtualBoardTests
{
    [Fact]
    public void A_store_gives_back_what_was_appended_and_refuses_what_does_not_fit()
    {
        MemoryStore store = new(10);
        Assert.Equal(StoreResult.Ok, store.Append("a", [1, 2, 3, 4, 5], 1, 4));
        Assert.Equal(StoreResult.Ok, store.Append("a", [6, 7], 0, 2));
        Assert.Equal(StoreResult.Full, store.Append("b", new byte[5], 0, 5));
        Assert.Equal(6, store.Length("a"));
        Assert.Equal(-1, store.Length("b"));
        byte[] into = new byte[8];
        Assert.Equal(4, store.Read("a", 2, into, 1, 7));
        Assert.Equal([0, 4, 5, 6, 7, 0, 0, 0], into);
        Assert.Equal(["a"], store.List());
        Assert.True(store.Delete("a"));
        Assert.False(store.Delete("a"));
        Assert.Equal(0, store.Used);
    }

    [Fact]
    public void A_heartbeat_that_stops_is_noticed_after_a_second()
    {
        VirtualHeartbeat heartbeat = new();
        heartbeat.Advance(5_000);
        heartbeat.Toggle();
        heartbeat.Advance(6_000);
        Assert.True(heartbeat.Alive);
        heartbeat.Advance(6_001);
        Assert.False(heartbeat.Alive);
    }

    [Fact]
    public void A_mac_is_HMAC_SHA256()
    {
        // RFC 4231, test case 2.
        byte[] into = new byte[32];
        new HmacMac("Jefe"u8.ToArray()).Compute("xwhat do ya want for nothing?"u8.ToArray(), 1, 28, into);
        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(into));
    }

    [Fact]
    public void Random_numbers_are_those_of_SplitMix64()
    {
        // Reference values of the algorithm's authors for the seed 1234567.
        Prng random = new(1234567);
        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL],
            [random.Next(), random.Next(), random.Next()]);
    }
}
