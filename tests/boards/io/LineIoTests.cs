using System.Reflection;
using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>Lanes, bays and cabinets on lines: each wire is one input, and no other.</summary>
public sealed class LineIoTests
{
    private readonly PinBank _first = new();
    private readonly PinBank _second = new();
    private readonly Lines _lines;

    public LineIoTests()
    {
        _lines = new Lines([_first, _second]);
    }

    [Fact]
    public void Outputs_are_given_bank_by_bank_in_the_order_of_the_banks()
    {
        List<int> order = [];
        _first.Written = () => order.Add(1);
        _second.Written = () => order.Add(2);
        _lines.Apply();
        Assert.Equal([1, 2], order);
    }

    [Fact]
    public void Each_input_of_a_lane_is_its_own_wire()
    {
        LaneIo io = Lane([]);
        LaneInputs inputs = new();
        for (int line = 0; line < LaneLine.Hand; line++)
        {
            _first.Inputs = 1 << line;
            io.Read(inputs);
            Assert.Equal([NameOf(typeof(LaneLine), line)], On(inputs));
            Assert.Equal(Drive.None, inputs.Hand);
        }
    }

    [Fact]
    public void Each_input_of_a_pack_position_is_its_own_wire_and_only_the_named_position_counts()
    {
        LaneIo io = Lane([]);
        LaneInputs inputs = new();
        string[] names = ["ConnectorMated", "ConnectorParted", "PackOnVehicle", "PackInPlace1", "PackInPlace2"];
        for (int pack = 1; pack <= 2; pack++)
        {
            io.Write(Drive.None, 0, pack);
            for (int line = 0; line < 18; line++)
            {
                _second.Inputs = 1 << line;
                io.Read(inputs);
                int own = line - (9 * (pack - 1));
                string[] expected = own is >= 0 and < LaneLine.LockPoints ? [names[own]] : [];
                Assert.Equal(expected, On(inputs));
                Assert.Equal(own is 5 or 7 ? (own - 3) / 2 : 0, inputs.LockOpenPoints);
                Assert.Equal(own is 6 or 8 ? (own - 4) / 2 : 0, inputs.LockClosedPoints);
            }
        }
    }

    [Fact]
    public void The_pendant_asks_for_one_drive_and_for_none_when_two_buttons_are_held()
    {
        LaneIo io = Lane([]);
        LaneInputs inputs = new();
        Drive[] drives =
            [Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Stow, Drive.Fetch, Drive.Place, Drive.Lock, Drive.Withdraw];
        for (int i = 0; i < drives.Length; i++)
        {
            _first.Inputs = 1 << (LaneLine.Hand + i);
            io.Read(inputs);
            Assert.Equal(drives[i], inputs.Hand);
        }

        _first.Inputs = 3 << LaneLine.Hand;
        io.Read(inputs);
        Assert.Equal(Drive.None, inputs.Hand);
    }

    [Fact]
    public void Each_drive_is_its_own_wire_and_what_is_not_asked_for_is_taken_away()
    {
        LaneIo io = Lane([.. Enumerable.Range(0, 14).Select(bit => Lines.Bank + bit)]);
        foreach (Drive drive in Enum.GetValues<Drive>().Where(d => int.PopCount((int)d) == 1))
        {
            io.Write(drive, 0, 1);
            Assert.Equal((int)drive, _second.Outputs);
        }

        io.Write(Drive.Grip | Drive.CallPerson, 0, 1);
        io.Write(Drive.CallPerson, 0, 1);
        Assert.Equal((int)Drive.CallPerson, _second.Outputs);
        io.Write(Drive.None, 0, 1);
        Assert.Equal(0, _second.Outputs);
    }

    [Fact]
    public void The_bay_is_spelled_and_stays_when_the_request_goes()
    {
        LaneIo io = Lane([]);

        io.Write(Drive.Stow, 13, 2);
        Assert.Equal(13 | (2 << 4), _first.Outputs);
        io.Write(Drive.None, 0, 2);
        Assert.Equal(13 | (2 << 4), _first.Outputs);
        io.Write(Drive.Fetch, 2, 1);
        Assert.Equal(2 | (1 << 4), _first.Outputs);
    }

    [Fact]
    public void A_bank_that_cannot_be_trusted_leaves_the_lane_with_an_open_safety_chain()
    {
        LaneIo io = Lane([]);
        LaneInputs inputs = new();
        _first.Inputs = -1;
        io.Read(inputs);
        Assert.True(inputs.SafetyChainClosed);
        _first.IsSound = false;

        io.Read(inputs);

        Assert.False(inputs.SafetyChainClosed);
        Assert.Equal([], On(inputs));
        Assert.False(_lines.IsSound);
    }

    [Fact]
    public void Each_input_of_a_bay_is_its_own_wire()
    {
        BayIo io = new(_lines, [[0, 1, 2, 3, 8, Lines.None], [4, 5, 6, 7, 9, Lines.None]], null);
        BayInputs inputs = new();
        for (int line = 0; line < 8; line++)
        {
            _first.Inputs = 1 << line;
            for (int bay = 0; bay < 2; bay++)
            {
                io.Read(bay, inputs);
                string[] expected = line / 4 == bay ? [NameOf(typeof(PlaceLine), line % 4)] : [];
                Assert.Equal(expected, On(inputs));
                Assert.Equal([], On(inputs.Operator));
            }
        }

        Assert.Equal(8, _first.Readings);
    }

    [Fact]
    public void A_charge_permit_is_given_to_its_own_bay()
    {
        BayIo io = new(_lines, [[0, 1, 2, 3, 8, Lines.None], [4, 5, 6, 7, 9, Lines.None]], null);

        io.Write(1, true);
        Assert.Equal(0x200, _first.Outputs);
        io.Write(0, true);
        Assert.Equal(0x300, _first.Outputs);
        io.Write(1, false);
        Assert.Equal(0x100, _first.Outputs);
    }

    [Fact]
    public void The_panel_is_seen_by_the_bay_that_its_selector_stands_at()
    {
        // Key, confirm, three lines of request; a selector line a bay.
        BayIo io = new(_lines, [[0, 1, 2, 3, 8, 32 + 5], [4, 5, 6, 7, 9, 32 + 6]], [32, 33, 34, 35, 36]);
        BayInputs inputs = new();
        _second.Inputs = 0x3 | ((int)OperatorRequest.ExpectDispatch << 2) | (1 << 6);

        io.Read(0, inputs);
        Assert.Equal([], On(inputs.Operator));
        Assert.Equal(OperatorRequest.None, inputs.Operator.Request);
        io.Read(1, inputs);
        Assert.Equal(["ConfirmPressed", "KeySwitchOn"], On(inputs.Operator).Order());
        Assert.Equal(OperatorRequest.ExpectDispatch, inputs.Operator.Request);
    }

    [Fact]
    public void Each_input_of_a_cabinet_is_its_own_wire()
    {
        CabinetIo io = Cabinet();
        CabinetInputs inputs = new();
        string[] names =
        [
            "KeySwitchOn", "ConfirmPressed", "", "", "", "AbortPressed", "ManualSelected", "MaintenanceSelected",
            "ClosedSelected", "SafetyChainClosed", "FireLoopClosed", "UserPresent",
        ];
        for (int line = 0; line < names.Length; line++)
        {
            _first.Inputs = 1 << line;
            io.Read(inputs);
            string[] expected = names[line].Length > 0 ? [names[line]] : [];
            Assert.Equal(expected, On(inputs));
        }
    }

    [Fact]
    public void Each_input_of_a_door_is_its_own_wire()
    {
        CabinetIo io = Cabinet();
        DoorInputs door = new();
        string[] names = ["PackPresent", "BayClear", "ContactorOpen", "SmokeLoopClosed", "LatchClosed"];
        for (int line = 0; line < 10; line++)
        {
            _second.Inputs = 1 << line;
            io.Read(new CabinetInputs());
            for (int index = 0; index < 2; index++)
            {
                io.ReadDoor(index, door);
                string[] expected = line / 5 == index ? [names[line % 5]] : [];
                Assert.Equal(expected, On(door));
            }
        }
    }

    [Fact]
    public void One_latch_opens_the_signs_show_and_the_line_is_joined_to_one_door()
    {
        CabinetIo io = Cabinet();

        io.Write(Drive.OpenDoor | Drive.CallPerson, 1);
        Assert.Equal(1 << 19, _second.Outputs);
        Assert.Equal(1 << 26, _first.Outputs);
        io.WriteCharge(0, true);
        Assert.Equal((1 << 19) | (1 << 16), _second.Outputs);
        io.Write(Drive.None, -1);
        Assert.Equal(1 << 16, _second.Outputs);
        Assert.Equal(0, _first.Outputs);
        io.SelectLine(1);
        Assert.Equal((1 << 16) | (1 << 24), _second.Outputs);
    }

    private LaneIo Lane(int[] drives) => new(
        _lines,
        [.. Enumerable.Range(0, LaneLine.Count)],
        [[.. Enumerable.Range(Lines.Bank, 9)], [.. Enumerable.Range(Lines.Bank + 9, 9)]],
        drives,
        [0, 1, 2, 3],
        [4, 5, 6]);

    private CabinetIo Cabinet() => new(
        _lines,
        [.. Enumerable.Range(0, 12)],
        [[32, 33, 34, 35, 48, Lines.None, 36, 50], [37, 38, 39, 40, 49, Lines.None, 41, 51]],
        [.. Enumerable.Range(0, 14).Select(bit => bit == 10 ? 26 : Lines.None)],
        [56, 57]);

    private static string NameOf(Type places, int value) => places.GetFields(BindingFlags.Public | BindingFlags.Static)
        .First(field => field.IsLiteral && (int)field.GetRawConstantValue()! == value).Name;

    /// <summary>The fields that are true.</summary>
    private static string[] On(object inputs) =>
    [
        .. inputs.GetType().GetFields()
            .Where(field => field.FieldType == typeof(bool) && (bool)field.GetValue(inputs)!)
            .Select(field => field.Name),
    ];
}
