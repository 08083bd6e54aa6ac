using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.Boards;

public sealed class PinTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "boards");

    /// <summary>Every folder with a description: a new board is tested by being there.</summary>
    public static TheoryData<string> Boards => [.. BoardDescription.Names(Folder)];

    [Theory]
    [MemberData(nameof(Boards))]
    public void No_pin_is_used_twice_or_is_reserved_on_the_module(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        Assert.Equal(board.Pins.Count, board.Pins.Select(pin => pin.Pin).Distinct().Count());
        Assert.DoesNotContain(board.Pins, pin => board.Module.Reserved.Contains(pin.Pin));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Outputs_are_on_pins_that_have_one_and_no_strap_is_driven_against_its_level(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        foreach ((string pin, int number) in board.Pins)
        {
            Assert.True(WiredBoard.IsInput(pin) || !board.Module.InputsOnly.Contains(number), pin);

            // A select line is high while nobody drives it, and only this level suits such a strap.
            bool suits = pin.EndsWith("Select", StringComparison.Ordinal) && board.Module.HighAtReset.Contains(number);
            Assert.True(!board.Module.Straps.Contains(number) || suits, pin);
        }
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void What_requests_something_is_not_high_before_the_program_runs_and_low_when_the_board_is_made(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        (string Name, int Pin)[] requests = [.. board.Pins.Where(pin => WiredBoard.IsRequest(pin.Name))];
        Assert.Contains(requests, pin => pin.Name == "Heartbeat");
        Assert.All(requests, pin =>
        {
            Assert.DoesNotContain(pin.Pin, board.Module.HighAtReset);
            Assert.False(board.Rig.Bench.Pin(pin.Pin).Driven);
        });
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Every_pin_that_a_board_opens_suits_what_it_is_opened_as_whatever_its_name(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        Assert.NotEmpty(board.Rig.Bench.Pins);
        Assert.All(board.Rig.Bench.Pins, pin => Assert.Null(board.Module.Wrong(pin.Key, pin.Value)));
    }

    [Theory]
    [InlineData(36, PinMode.InputPullDown, "has no pull")]
    [InlineData(36, PinMode.Input, null)]
    [InlineData(34, PinMode.Output, "is no output")]
    [InlineData(14, PinMode.Output, "is high before the program runs")]
    [InlineData(12, PinMode.Output, "is sampled at reset")]
    [InlineData(0, PinMode.Output, "is reserved")]
    [InlineData(17, PinMode.Input, "is reserved")]
    [InlineData(4, PinMode.Output, null)]
    public void A_pin_that_does_not_suit_is_found(int pin, PinMode mode, string? wrong)
    {
        Bench bench = new();
        using (bench.Use())
        {
            new GpioController().OpenPin(pin, mode);
        }

        Assert.Equal(wrong, ModulePins.Wrover.Wrong(pin, bench.Pin(pin)));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_uses_all_pins_that_it_names_and_each_function_on_a_pin_named_for_its_direction(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        using (board.Rig.Bench.Use())
        {
            board.Board.Open(SettingsOf(board, name));
        }

        Bench bench = board.Rig.Bench;
        IEnumerable<int> selects = board.Pins.Where(pin => pin.Name.EndsWith("Select", StringComparison.Ordinal))
            .Select(pin => pin.Pin);
        Assert.Equal(
            board.Pins.Select(pin => pin.Pin).Order(),
            [.. bench.Assigned.Select(one => one.Pin).Concat(bench.Pins.Keys).Concat(selects).Order()]);
        Assert.All(bench.Assigned, one =>
        {
            string pin = board.Pins.Single(each => each.Pin == one.Pin).Name;
            string function = ((DeviceFunction)one.Function).ToString();
            Assert.EndsWith(function[(function.IndexOf('_', StringComparison.Ordinal) + 1)..], pin,
                StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(bench.Assigned.Count, bench.Assigned.Select(one => one.Function).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_boards_description_for_the_flash_tool_is_that_of_the_board(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        BoardDescription? description = BoardDescription.Read(Folder, name, out Failure? failure);
        Assert.Null(failure);
        Assert.Equal(name, board.Board.Name);
        NodeSettings settings = SettingsOf(board, name);
        Assert.True(board.Board.Fits(settings));
        (string kind, string application) = description!.Applications.Single();
        Assert.Equal(settings.Kind.ToString(), kind, ignoreCase: true);
        Assert.Equal(board.Board.GetType().Assembly.GetName().Name, application);
        Assert.Contains(application, File.ReadAllText(Path.Combine(Folder, name, $"{name}.device.nfproj")),
            StringComparison.Ordinal);
        bool wifi = File.ReadAllText(Path.Combine(Folder, name, "Program.cs"))
            .Contains("new WifiNetwork()", StringComparison.Ordinal);
        Assert.Equal(wifi ? "wifi" : "ethernet", description.Network);
        Assert.Contains(Gate.Built.Boards, file => Path.GetFileNameWithoutExtension(file) == application);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_refuses_the_nodes_that_it_is_not_wired_for(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        foreach (string node in new[] { "bays-1", "lane-1", "cabinet-1" })
        {
            bool own = node == board.Node;
            Assert.Equal(own, board.Board.Fits(Settings(node, name)));
        }
    }

    private static NodeSettings SettingsOf(WiredBoard board, string name) => Settings(board.Node, name);

    private static NodeSettings Settings(string node, string board)
    {
        byte[] form = BoardRig.SettingsOf(node, board);
        NodeSettings read = DeployedSettings.Read(form, form.Length, [.. Profiles.All], out SettingsFault fault);
        Assert.Equal(SettingsFault.None, fault);
        return read;
    }
}
