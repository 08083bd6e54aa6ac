using System.Text;
using BenchmarkDotNet.Attributes;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Benchmarks;

/// <summary>What one frame costs on arrival, and one value when it is read.</summary>
public class FrameBenchmarks
{
    private const int LockLives = 256;
    private const int StageLives = 15;
    private const int BrmFrames = 10;
    private const int BrmLength = 49;

    private readonly ChargeBus _charge = new();
    private readonly SwapPackBus _swapPack = new();
    private readonly SlcanReader _slcan = new();
    private readonly JbdFramer _framer = new();
    private readonly JbdBms _jbd = new();
    private readonly UartReading _reading = new();
    private readonly CanFrame _demand = Frames.Parse("181056F4#5217820F02");
    private readonly CanFrame _output = Frames.Parse("1812F456#2A00A00F0000FDFF");
    private readonly CanFrame _foreign = Frames.Parse("18FEF121#FFFFFF00FFFFFFFF");
    private readonly CanFrame _limits = Frames.Parse("1882D0F3#C8FA1A2764006400");
    private readonly byte[] _line = Encoding.ASCII.GetBytes("T18FFF8A780056000000000000\r");
    private readonly byte[] _basic = Convert.FromHexString(
        "DD03001B1700000002D003E8000020780000000000001048030F020B760B82FBFF77");

    private readonly CanFrame[] _identity =
    [
        .. Frames.Transported(Brm.Pgn, new byte[BrmLength]), Frames.Parse("1CECF456#110701FFFF000200"),
        Frames.Parse("1CECF456#13310007FF000200"),
    ];

    private readonly CanFrame[] _locks = new CanFrame[LockLives];
    private readonly CanFrame[] _stages = new CanFrame[StageLives];

    public FrameBenchmarks()
    {
        for (int life = 0; life < LockLives; life++)
        {
            _locks[life] = Frames.Parse("18FFF8A7#0056000000000000");
            LockFrame.Life.WriteRaw(_locks[life].Data, (uint)life);
        }

        for (int life = 0; life < StageLives; life++)
        {
            _stages[life] = Frames.Parse("1881D0F3#0001400C00000000");
            PackSt1.Life.WriteRaw(_stages[life].Data, (uint)life);
            PackSt1.Checksum.WriteRaw(_stages[life].Data, SwapPackMessages.Checksum(_stages[life].Data));
        }
    }

    /// <summary>A refused frame is cheap; what is measured must be taken.</summary>
    [GlobalSetup]
    public void Check()
    {
        bool taken = Demand() == DecodeResult.Ok && Output() == DecodeResult.Ok && Stage() == DecodeResult.Ok
            && Lock() == DecodeResult.Ok && Limits() == DecodeResult.Ok && Line() == _line.Length
            && Basic() == _basic.Length;
        Identity();
        if (!taken || _charge.Slot(ChargeMessage.Brm).Length != BrmLength || _jbd.Basic.Received == 0)
        {
            throw new InvalidOperationException("a frame of the benchmarks is refused");
        }
    }

    [Benchmark(Description = "charger bus: BCL")]
    public DecodeResult Demand() => _charge.Accept(_demand);

    [Benchmark(Description = "charger bus: CCS, padded")]
    public DecodeResult Output() => _charge.Accept(_output);

    [Benchmark(Description = "charger bus: frame of another node")]
    public DecodeResult Foreign() => _charge.Accept(_foreign);

    /// <summary>Request, seven packets, clear to send and end of message; a frame of it.</summary>
    [Benchmark(Description = "charger bus: BRM of ten frames, each", OperationsPerInvoke = BrmFrames)]
    public DecodeResult Identity()
    {
        DecodeResult result = DecodeResult.None;
        foreach (CanFrame frame in _identity)
        {
            result = _charge.Accept(frame);
        }

        return result;
    }

    [Benchmark(Description = "swap-pack bus: lock, with life counter", OperationsPerInvoke = LockLives)]
    public DecodeResult Lock() => AcceptAll(_locks);

    [Benchmark(Description = "swap-pack bus: ST1, checksum and counter", OperationsPerInvoke = StageLives)]
    public DecodeResult Stage() => AcceptAll(_stages);

    [Benchmark(Description = "swap-pack bus: ST2")]
    public DecodeResult Limits() => _swapPack.Accept(_limits);

    [Benchmark(Description = "SLCAN: line of a frame")]
    public int Line() => _slcan.Accept(_line, 0, _line.Length, 0);

    [Benchmark(Description = "JBD: frame found, checked and read")]
    public int Basic()
    {
        int taken = _framer.Accept(_basic, 0, _basic.Length, 0);
        _jbd.Accept(_framer.Frame, 0);
        _jbd.Read(0, _reading);
        return taken;
    }

    [Benchmark(Description = "signal read")]
    public int Signal() => Bcl.CurrentMa.Read(_demand.Data);

    private DecodeResult AcceptAll(CanFrame[] frames)
    {
        DecodeResult result = DecodeResult.None;
        foreach (CanFrame frame in frames)
        {
            result = _swapPack.Accept(frame);
        }

        return result;
    }
}
