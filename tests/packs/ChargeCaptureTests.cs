using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Packs;

/// <summary>The measured session of a 2015 charger and BMS that ends with the BMS missing CCS.</summary>
public class ChargeCaptureTests
{
    private readonly PackMonitor _monitor = new();
    private readonly Dictionary<ChargeMessage, int> _counts = [];
    private readonly List<ChargeStage> _stages = [];
    private readonly List<string> _changes = [];
    private int _unreadable;
    private int _frames;

    [Fact]
    public void Measured_session_is_read_whole_and_the_missed_CCS_is_the_only_warning()
    {
        Replay(Path());

        Assert.Equal(3, _unreadable); // 100956F4#0 is no whole number of bytes
        Assert.Equal(1_146, _frames);
        var expected = new Dictionary<ChargeMessage, int>
        {
            [ChargeMessage.Chm] = 7, [ChargeMessage.Bhm] = 5, [ChargeMessage.Crm] = 2, [ChargeMessage.Brm] = 1,
            [ChargeMessage.Bcp] = 1, [ChargeMessage.Cts] = 2, [ChargeMessage.Cml] = 3, [ChargeMessage.Bro] = 2,
            [ChargeMessage.Cro] = 2, [ChargeMessage.Bcl] = 353, [ChargeMessage.Bcs] = 62, [ChargeMessage.Ccs] = 329,
            [ChargeMessage.Bsm] = 71, [ChargeMessage.Bem] = 45,
        };
        Assert.Equal(expected, _counts);
        Assert.Equal(49, _monitor.Bus.Slot(ChargeMessage.Brm).Length);
        Assert.Equal(
            [
                ChargeStage.Handshake, ChargeStage.Identification, ChargeStage.Parameters, ChargeStage.Charging,
                ChargeStage.Failed,
            ],
            _stages);
        Assert.Equal(1, _monitor.Session.Attempts);
        Assert.True(_monitor.Session.Reports.Has(ChargeFault.BmsMissedCcs));
        Assert.Equal(ChargeFault.None, _monitor.Session.Reports.First(ChargeParty.Charger));
        Assert.Equal([$"{PackWarning.BmsReportsTimeout} 2 {(int)ChargeFault.BmsMissedCcs}"], _changes);
    }

    [Fact]
    public void No_frame_of_the_measured_session_is_refused_but_one_transport_session_that_nobody_answered()
    {
        Replay(Path());
        foreach (DecodeResult result in Enum.GetValues<DecodeResult>())
        {
            if (result != DecodeResult.Ok && result != DecodeResult.Pending)
            {
                Assert.Equal(result == DecodeResult.TransportTimeout ? 1u : 0u, _monitor.Bus.Count(result));
            }
        }
    }

    private static string Path()
    {
        string? folder = Environment.GetEnvironmentVariable("SWAPEDGE_REFERENCE");
        Assert.SkipWhen(
            string.IsNullOrEmpty(folder),
            "The measured session is not part of the project: SWAPEDGE_REFERENCE names its folder.");
        return System.IO.Path.Combine(folder!, "captures", "gbt27930-klie-ccs-timeout.log");
    }

    private void Replay(string path)
    {
        var change = new PackWarningChange();
        foreach (string line in File.ReadLines(path))
        {
            string[] parts = line.Split(' ');
            long timeMs = (long)(1_000 * decimal.Parse(parts[0].Trim('(', ')'), CultureInfo.InvariantCulture));
            if (parts[2].Split('#')[1].Length % 2 != 0)
            {
                _unreadable++;
                continue;
            }

            _frames++;
            _monitor.Accept(Frames.Parse(parts[2], timeMs));
            if (_monitor.Bus.Completed != ChargeMessage.None)
            {
                _counts[_monitor.Bus.Completed] = _counts.GetValueOrDefault(_monitor.Bus.Completed) + 1;
            }

            _monitor.Poll(timeMs);
            if (_stages.Count == 0 || _stages[^1] != _monitor.Session.Stage)
            {
                _stages.Add(_monitor.Session.Stage);
            }

            while (_monitor.Warnings.Next(change))
            {
                _changes.Add($"{change.Warning} {change.Level} {change.Value}");
            }
        }
    }
}
