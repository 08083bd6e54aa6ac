using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>The pack register: whose a pack is, and whether this station's operator may have it.</summary>
public sealed class PackRegisterTests
{
    private static readonly PackRule[] Register =
    [
        new("0RJ", "maker-fleet", []), new("0RJPEA0", "leasing", ["north", "south"]), new("0RJPE", "", ["west"]),
        new("001", "other", []),
    ];

    [Theory]
    [InlineData("0RJPEA00HAU0AAF130001001", "leasing")]
    [InlineData("0RJPEB00HAU0AAF130001001", "")]
    [InlineData("0RJMA000HAU0AAF130001001", "maker-fleet")]
    [InlineData("0RJPEA", "")]
    [InlineData("0RJ", "maker-fleet")]
    [InlineData("0R", null)]
    [InlineData("", null)]
    [InlineData("00RJ", null)]
    public void Of_several_beginnings_that_fit_the_longest_counts(string code, string? owner)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(code.PadRight(27, '1'));
        Assert.Equal(owner, PackRule.Of(Register, bytes, code.Length)?.Owner);
        Assert.Equal(owner, PackRule.Of([.. Register.Reverse()], bytes, code.Length)?.Owner);
    }

    [Theory]
    [InlineData("north", PackFinding.None)]
    [InlineData("south", PackFinding.None)]
    [InlineData("west", PackFinding.OtherOperator)]
    [InlineData("", PackFinding.OtherOperator)]
    public void A_pack_comes_in_only_where_its_owner_lets_the_operator_have_it(string name, PackFinding finding)
    {
        LaneRig rig = Lane(name);
        if (finding == PackFinding.None)
        {
            rig.DriveTo(Phase.Choosing);
            return;
        }

        rig.Inputs.VehiclePresent = true;
        rig.RunTo(Phase.Held);
        Assert.Equal(Fault.OldPackRejected, rig.Fault);
        Assert.Equal(
            (int)finding,
            SwapEvents.Of(rig.Node.Journal).Last(record => record.Kind == EventKind.SwapStep).Finding);
    }

    [Fact]
    public void Both_halves_of_a_swap_say_who_owns_their_packs_after_a_restart_too()
    {
        LaneRig rig = Lane("north");
        rig.DriveTo(Phase.Stowing);
        rig.Pass(3);
        rig.Restart();
        rig.Pass(40);
        rig.Confirm();
        rig.Pass(3);
        rig.DriveTo(Phase.Releasing);
        rig.Leave();
        rig.Pass(10);
        EventRecord[] halves = [.. SwapEvents.Of(rig.Node.Journal).Where(
            record => record.Kind is EventKind.BatteryIn or EventKind.BatteryOut)];
        Assert.Equal(["leasing", "leasing"], halves.Select(Owner));
    }

    [Fact]
    public void A_register_without_the_owner_leaves_him_out()
    {
        LaneRig rig = Lane("west", new PackRule("0RJPE", "", []));
        rig.DriveTo(Phase.Releasing);
        rig.Leave();
        rig.Pass(10);
        Assert.All(SwapEvents.Of(rig.Node.Journal), record => Assert.Equal(0, record.OwnedByLength));
    }

    [Theory]
    [InlineData("north", PackFinding.None)]
    [InlineData("west", PackFinding.OtherOperator)]
    public void A_cabinet_gives_back_a_pack_that_its_operator_may_not_have_and_says_so(
        string name, PackFinding finding)
    {
        CabinetRig rig = new();
        rig.Settings.Profile.Operator = name;
        rig.Settings.Profile.PermittedPacks =
        [
            new(CabinetRig.OldCode, "leasing", ["north"]), new("0RJ", "maker-fleet", []),
        ];
        rig.Settle();
        rig.Come();
        rig.DriveTo(finding == PackFinding.None ? Phase.Releasing : Phase.Returning);
        rig.Pass(3);
        EventRecord judged = rig.Events(EventKind.SwapStep).Last(
            record => record.PreviousPhase == (int)Phase.Accepting);
        Assert.Equal((int)finding, judged.Finding);
        Assert.Equal(
            finding == PackFinding.None ? ["leasing"] : [], rig.Events(EventKind.BatteryIn).Select(Owner));
        Assert.Equal(
            finding == PackFinding.None ? ["maker-fleet"] : [], rig.Events(EventKind.BatteryOut).Select(Owner));
    }

    private static LaneRig Lane(string name, params PackRule[] register)
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.Operator = name;
        profile.PermittedPacks = register.Length > 0 ? register : Register;
        return new LaneRig(profile: profile);
    }

    private static string Owner(EventRecord record) =>
        Encoding.ASCII.GetString(record.OwnedBy, 0, record.OwnedByLength);
}
