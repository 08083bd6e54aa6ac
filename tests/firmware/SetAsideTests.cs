using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What was stored and is not used is told by an audit, once a start.</summary>
public sealed class SetAsideTests
{
    private readonly LaneRig _rig = new();

    [Fact]
    public void A_node_with_nothing_stored_and_one_that_was_cut_in_its_first_append_tell_nothing()
    {
        Assert.Empty(Told());
        _rig.Pass(3);
        _rig.Restart();
        _rig.Pass(3);
        Assert.Empty(Told());
    }

    [Theory]
    [InlineData("settings-0", 541, AuditAction.SettingsSetAside)]
    [InlineData("key-0", 46, AuditAction.KeyUnreadable)]
    public void Damaged_settings_and_keys_are_set_aside_and_told(string file, int entry, AuditAction action)
    {
        _rig.Pass(3);
        byte[] rotten = [.. Enumerable.Repeat((byte)7, 2 * entry)];
        Assert.Equal(StoreResult.Ok, _rig.Store.Append(file, rotten, 0, rotten.Length));
        _rig.Restart();
        _rig.Pass(3);
        EventRecord audit = Assert.Single(Told());
        Assert.Equal((action, 2), (audit.Action, audit.Level));
        Assert.Equal(0u, _rig.Node.Uplink.Mac.Key);
    }

    private EventRecord[] Told() =>
    [
        .. SwapEvents.Of(_rig.Node.Journal)
            .Where(one => one.Action is AuditAction.SettingsSetAside or AuditAction.KeyUnreadable),
    ];
}
