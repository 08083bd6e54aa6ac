using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The reference city changes the key of a node, over MQTT.</summary>
public sealed class CityKeyTests : IDisposable
{
    private const string Lane = "demo/truck-1/lane-1";

    private static readonly long StartMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly Station _station = new(1);
    private readonly List<string> _said = [];

    private long UtcMs => StartMs + _station.NowMs;

    public void Dispose() => _station.Dispose();

    [Fact]
    public void A_key_is_changed_in_two_phases_and_commands_and_acknowledgements_go_on()
    {
        Run(2_000);
        _station.City.Tell = (node, said) => _said.Add($"{node} {said}");
        Assert.Equal(0u, _station.Nodes[0].Node.Uplink.Mac.Key);
        Change();
        uint first = _station.Nodes[0].Node.Uplink.Mac.Key;
        Change();
        Assert.NotEqual(first, _station.Nodes[0].Node.Uplink.Mac.Key);
        Assert.Equal([$"{Lane} a new key is in force", $"{Lane} a new key is in force"], _said);
        _station.City.Send(Lane, new CityCommand(CommandOperation.SelfTest), UtcMs);
        Run(5_000);
        Assert.Equal(ResultState.Done, _station.City.Store.Commands(Lane)[^1].State);
        Assert.Equal(_station.Nodes[0].Node.Journal.LastStored, _station.Nodes[0].Node.Journal.AcknowledgedThrough);
    }

    [Fact]
    public void A_key_that_no_birth_has_confirmed_leaves_the_old_one_in_force_at_the_city()
    {
        Run(2_000);
        CityKeys keys = new(new NodeKeys(), _station.City.Store);
        byte[] nonce = keys.Offer(Lane);
        Assert.Equal(nonce, keys.Offer(Lane));
        Assert.Equal("", keys.Confirm(Lane, 0));
        Assert.Null(_station.City.Store.KeyNonces(Lane).InForce);
        Assert.Equal(nonce, _station.City.Store.KeyNonces(Lane).Offered);
        Assert.Equal("it has a key that the city does not know", keys.Confirm(Lane, 5));
        Assert.Equal("a new key is in force", keys.Confirm(Lane, Crc32.Compute(nonce, 0, nonce.Length)));
        Assert.Equal(nonce, _station.City.Store.KeyNonces(Lane).InForce);
        Assert.Null(_station.City.Store.KeyNonces(Lane).Offered);
        Assert.Equal("it is back at the key that it was given, and the city is not", keys.Confirm(Lane, 0));
    }

    private void Change()
    {
        Assert.NotEqual(0ul, _station.City.RotateKey(Lane, UtcMs));
        Run(8_000);
        Assert.False(_station.City.IsChangingKey(Lane));
    }

    private void Run(int milliseconds)
    {
        for (long end = _station.NowMs + milliseconds; _station.NowMs < end;)
        {
            _station.Pass();
        }
    }
}
