using System;
using System.Threading;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A board's program on the device: files, network, uplink and the threads around a <see cref="NodeProgram"/>, and
    /// the loop of 50 ms. Whatever is thrown ends in a restart. What is virtual, the desk does otherwise.
    /// </summary>
    public class MainLoop : IUptime
    {
        /// <summary>
        /// Without a heartbeat for so long the hardware has taken away every request, before the reboot lets the pins
        /// float.
        /// </summary>
        private const int RestMs = 5000;

        private const int LineMs = 10000;

        /// <summary>The uplink's thread hangs in a call that does not come back; only a restart ends that.</summary>
        private const int HangsS = 300;

        // Journal, telemetry, and what else lies in the folder.
        private const int BlockBytes = 4096;
        private const int Files = 384;

        private readonly NodeBoard _board;
        private readonly INetwork _network;
        private readonly Uptime _uptime = new Uptime();
        private Reboot _restart = new Reboot(null);
        private BoardClock _clock;
        private NetworkWatch _link;
        private MqttDriver _uplink;
        private LoopWatch _watch;
        private long _saidMs = -LineMs;

        /// <summary>Null before <see cref="Run"/>.</summary>
        public NodeProgram Program;

        public MainLoop(NodeBoard board, INetwork network)
        {
            _board = board;
            _network = network;
        }

        public virtual long NowMs
        {
            get
            {
                lock (_uptime)
                {
                    return _uptime.Extend(Environment.TickCount64);
                }
            }
        }

        public virtual bool Ended
        {
            get { return false; }
        }

        /// <summary>Never returns on a controller but by a restart.</summary>
        public void Run()
        {
            try
            {
                RunRecord runs = new RunRecord(OpenStore(_board.GivenRoot));
                _restart = new Reboot(runs);
                FileStore store = OpenStore(_board.Root);
                Program = new NodeProgram(_board, store, runs, _restart);
                Program.Given = _board.Root == _board.GivenRoot ? store : OpenStore(_board.GivenRoot);
                NodePorts ports = Program.Open();
                if (ports == null)
                {
                    Wait();
                }
                else
                {
                    Start(ports);
                    Pace pace = new Pace(NowMs);
                    while (!Ended)
                    {
                        Turn();
                        Thread.Sleep(pace.RestMs(NowMs));
                    }
                }
            }
            catch (Exception problem)
            {
                End(problem, _restart);
            }
        }

        /// <summary>
        /// The end of a program: a thread that ends with an exception would park the runtime with its pins as they are.
        /// </summary>
        public static void End(Exception problem, IRestart restart)
        {
            Console.WriteLine(problem.Message);
            Thread.Sleep(RestMs);
            restart.Restart(BootReason.Fault);
        }

        /// <summary>What makes connections, as the settings say; throws where its files are missing or no good.
        /// </summary>
        protected virtual IMqttSource Source(NetworkWatch network, NodePorts ports)
        {
            NodeSettings settings = Program.Settings;
            if (!settings.BrokerTls)
            {
                return new PlainSource(network, settings);
            }

            TlsSource secure = new TlsSource(network, Program.Given, settings.BrokerHost, settings.BrokerPort);
            ports.Certificates = secure;
            return secure;
        }

        /// <summary>The node, of ports that are complete.</summary>
        protected virtual void Start(NodePorts ports, long nowMs)
        {
            Program.Start(ports, nowMs);
        }

        /// <summary>One turn of the loop.</summary>
        protected virtual void Turn()
        {
            int nowS = (int)(Environment.TickCount64 / 1000);
            _watch.BeatS = nowS;
            long nowMs = NowMs;
            _clock.Pass(nowMs);
            Program.Pass(nowMs);
            Program.RestartDue = _link.RestartDue || nowS - _uplink.WatchedS > HangsS;
            if (!Program.Node.Role.Moving)
            {
                Say(nowMs);
            }

            Program.Node.Vitals.End(NowMs);
        }

        /// <summary>Onto the serial line.</summary>
        protected virtual void Write(string line)
        {
            Console.WriteLine(line);
        }

        private FileStore OpenStore(string root)
        {
            FileStore store = new FileStore(root, _board.StoreBytes, BlockBytes, Files);
            store.Open();
            return store;
        }

        /// <summary>No settings, or no key: says so until somebody flashes them. No output is ever written.</summary>
        private void Wait()
        {
            while (!Ended)
            {
                _board.Heartbeat.Toggle();
                Say(NowMs);
                Thread.Sleep(Pace.PeriodMs);
            }
        }

        private void Start(NodePorts ports)
        {
            NodeSettings settings = Program.Settings;
            _clock = new BoardClock(_board.Chip);
            _clock.Open(NowMs);
            _link = new NetworkWatch(_network, _clock, this, settings.TimeServer);
            IMqttSource source = null;
            try
            {
                source = Source(_link, ports);
            }
            catch (Exception problem)
            {
                // A station works without the city.
                Write(problem.Message);
                _board.FoundAtStart = 1 << (int)SelfTestFinding.CertificatesRefused;
            }

            _uplink = new MqttDriver(source, settings, this);
            ports.Clock = _clock;
            ports.Uplink = _uplink;
            ports.Random = new HardwareRandom();
            _watch = new LoopWatch(_restart, this);
            _watch.BeatS = (int)(Environment.TickCount64 / 1000);
            new Thread(new ThreadStart(_watch.Run)).Start();
            Start(ports, NowMs);
            Program.Line = (source == null ? "tls=refused " : "") + Program.Line;
            IClock held = Program.Node.Uplink.Clock;
            if (BoardClock.ControllerMs < BoardClock.PlausibleMs && held.UtcQuality != TimeQuality.Unknown)
            {
                _clock.SetController(held.UtcMs, NowMs);
            }

            new Thread(new ThreadStart(_link.Run)).Start();
            new Thread(new ThreadStart(_uplink.Run)).Start();
            PumpThread[] threads = new PumpThread[_board.Pumps.Length];
            for (int i = 0; i < threads.Length; i++)
            {
                threads[i] = new PumpThread(_board.Pumps[i], this);
                threads[i].Start();
            }

            _board.Threads = threads;
        }

        private void Say(long nowMs)
        {
            if (nowMs - _saidMs >= LineMs)
            {
                _saidMs = nowMs;
                Write(Program.Line);
            }
        }
    }
}
