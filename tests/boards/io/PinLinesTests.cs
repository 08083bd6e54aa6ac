using System.Device.Gpio;
using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class PinLinesTests
{
    private readonly Bench _bench = new();
    private readonly PinLines _lines;

    public PinLinesTests()
    {
        _bench.Pin(4).Outside = true;
        using (_bench.Use())
        {
            _lines = new PinLines(new GpioController(), [34, 32], [PinMode.Input, PinMode.InputPullDown], [4, 27]);
        }
    }

    [Fact]
    public void Inputs_come_first_then_outputs()
    {
        _bench.Pin(32).Outside = true;
        Assert.Equal(2, _lines.Read());
        _bench.Pin(34).Outside = true;
        _bench.Pin(32).Outside = null;
        Assert.Equal(1, _lines.Read());

        _lines.Write(8);
        Assert.Equal([false, true], new[] { _bench.Pin(4).Driven, _bench.Pin(27).Driven }.Select(l => l!.Value));
        _lines.Write(4);
        Assert.Equal([true, false], new[] { _bench.Pin(4).Driven, _bench.Pin(27).Driven }.Select(l => l!.Value));
    }

    [Fact]
    public void An_output_is_low_from_the_moment_it_is_one() => Assert.False(_bench.Pin(4).Level);

    [Fact]
    public void A_pin_is_opened_once()
    {
        using (_bench.Use())
        {
            GpioController controller = new();
            controller.OpenPin(5, PinMode.Output);
            Assert.Throws<InvalidOperationException>(() => controller.OpenPin(5, PinMode.Input));
        }
    }
}
