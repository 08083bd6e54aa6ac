using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Boards;

/// <summary>The loop of a board on the desk, with its threads.</summary>
public sealed class MainLoopTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_node_whose_certificates_are_no_good_runs_without_an_uplink_and_says_so(bool safeMode)
    {
        using TemporaryFolder folder = new();
        string root = folder.PathOf("") + Path.DirectorySeparatorChar;
        File.WriteAllBytes(root + "settings.bin", BoardRig.SettingsOf("bays-1", "esp32-wrover"));
        File.WriteAllBytes(root + "mac.key", new byte[32]);
        for (int i = 0; i < RunRecord.FailuresToSafe && safeMode; i++)
        {
            FileStore notes = new(root, 1 << 20, 4096, 64);
            notes.Open();
            new RunRecord(notes).Open();
        }

        Power.Hardware.Value = _ => { };
        Bench bench = new();
        Loop loop;
        using (bench.Use())
        {
            loop = new Loop(new SwapEdge.Boards.Esp32Wrover.Board { GivenRoot = root, Root = root });
            loop.Run();
        }

        Assert.NotNull(loop.Program.Node);
        Assert.Equal(Loop.Turns, loop.Made);
        Assert.Equal(safeMode, loop.Program.Runs.IsSafe);
        Assert.StartsWith("tls=refused SwapEdge node=linfen/truck-1/bays-1 ", loop.Program.Line,
            StringComparison.Ordinal);
        Assert.Contains(loop.Lines, line => line.Contains("device.crt", StringComparison.Ordinal));
        int findings = loop.Program.Node.Vitals.Findings;
        Assert.NotEqual(0, findings & 1 << (int)SelfTestFinding.CertificatesRefused);
        Assert.Equal(safeMode, (findings & 1 << (int)SelfTestFinding.SafeMode) != 0);
        Assert.NotEqual(UplinkLink.Up, loop.Ports!.Uplink.Link);
    }

    /// <summary>As where the flash tool has left files out.</summary>
    private sealed class Loop(NodeBoard board) : MainLoop(board, new DeskNetwork())
    {
        public const int Turns = 20;

        private volatile bool _ended;

        public int Made { get; private set; }

        public List<string> Lines { get; } = [];

        public override bool Ended => _ended;

        public NodePorts? Ports { get; private set; }

        protected override IMqttSource Source(NetworkWatch network, NodePorts ports)
        {
            Ports = ports;
            throw new OverflowException("device.crt");
        }

        protected override void Turn()
        {
            base.Turn();
            _ended = ++Made == Turns;
        }

        protected override void Write(string line) => Lines.Add(line);
    }
}
