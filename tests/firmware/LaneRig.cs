using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// A lane node between scripted ports: a truck that stands prepared with its pack locked, and two bays that answer. The
/// test changes one thing and looks at what the lane asks for.
/// </summary>
public sealed class LaneRig : ILaneIo
{
    public const string Vin = "LFWSRXSJ0P1F12345";

    /// <summary>Another vehicle that may be served.</summary>
    public const string NextVin = "LFWSRXSJ0P1F77777";

    /// <summary>Code of the pack on the truck, and of the one that bay 2 gives out.</summary>
    public const string OldCode = "0RJPEA00HAU0AAF130001001";
    public const string NewCode = "0RJPEA00HAU0AAF130001002";

    private readonly QueueBus _pack = new();
    private readonly QueueBus _link = new();
    private readonly LanePorts _ports;
    private readonly NodeSettings _settings;
    private int _life;
    private int _storeOwner;
    private int _takeOwner;
    private int _thirdOwner;
    private bool _thirdEmptied;
    private bool _hasThirdBay;
    private string _hangs = NewCode;

    private bool _lockGoesOpen;
    private long _lockArrivesMs;

    public LaneRig(
        string listed = Vin, SwapProfile? profile = null, TimeQuality time = TimeQuality.Sntp)
    {
        Clock.UtcQuality = time;
        _settings = new NodeSettings
        {
            City = "linfen", Station = "station-1", Node = "lane-1", LinkAddress = 0x80, Lane = 1,
            Vehicles = [listed, NextVin], Profile = profile ?? TopLiftTruck.Profile(),
        };
        Assert.Null(_settings.Profile.Flaw());
        Inputs.LockClosedPoints = AllPoints;
        _ports = new LanePorts
        {
            Clock = Clock, Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]), Restart = Restarts,
            Uplink = Uplink, Heartbeat = new CountingHeartbeat(), Store = Store, Lane = this,
            PackBus = _pack, Link = _link,
        };
        Store.Moving = () => (Drives & Drive.Motion) != Drive.None;
        Uplink.Moving = Store.Moving;
        Node = new Node(_settings, _ports);
        Node.Start(0);
    }

    /// <summary>What stands in its settings file.</summary>
    public NodeSettings Deployed => _settings;

    public Node Node { get; private set; }

    /// <summary>Of the next start.</summary>
    public LanePorts Ports => _ports;

    public TornStore Store { get; } = new();

    public QueueBus PackBus => _pack;

    public ScriptedUplink Uplink { get; } = new();

    public FixedClock Clock { get; } = new();

    public CountingRestart Restarts { get; } = new();

    public LaneInputs Inputs { get; } = new()
    {
        SafetyChainClosed = true, FireLoopClosed = true, ReleasePermitted = true, VehicleStill = true,
        VehicleInPosition = true,
        HandbrakeOn = true, GearNeutral = true, PackOnVehicle = true, PackInPlace1 = true,
        PackInPlace2 = true, HoistReady = true, HoistRaised = true,
    };

    /// <summary>What the lock frame says: LockFrame.Neither, Unlocked or Locked.</summary>
    public int LockPin { get; set; } = LockFrame.Locked;

    /// <summary>From the first pass away from one end to the other end.</summary>
    public int LockTravelMs { get; set; } = 200;

    /// <summary>Each lock point of the profile, a bit for each.</summary>
    public int AllPoints => (1 << _settings.Profile.LockPoints) - 1;

    public bool ConnectorMated { get; set; } = true;

    /// <summary>The presence sensor does not see the vehicle that stands there.</summary>
    public bool PresenceHidden { get; set; }

    /// <summary>What the vehicle's bus says who stands there.</summary>
    public string VinNow { get; set; } = Vin;

    public bool LifeRuns { get; set; } = true;

    /// <summary>What the pack on the truck says.</summary>
    public RigPack Pack { get; } = new();

    public bool BusTalks { get; set; } = true;

    /// <summary>Code of the pack on the vehicle.</summary>
    public string PackCode
    {
        get => Pack.Code;
        set => Pack.Code = value;
    }

    /// <summary>Level and number of a fault that the vehicle's swap controller reports.</summary>
    public (int Level, int Code) ControllerFault { get; set; }

    /// <summary>Position of the pack that the lane named last.</summary>
    public int Position { get; private set; } = 1;

    public BayPresence StoreBay { get; set; } = BayPresence.Empty;

    /// <summary>Bay 1 keeps packs apart.</summary>
    public bool StoreBayIsolated { get; set; }

    /// <summary>The charger of bay 1 is off.</summary>
    public bool StoreBayPowerOff { get; set; } = true;

    public BayPresence TakeBay { get; set; } = BayPresence.Occupied;

    public bool StoreBayHealthy { get; set; } = true;

    public bool TakeBayHealthy { get; set; } = true;

    /// <summary>Number of the bay that reports smoke; 0: none does.</summary>
    public int SmokyBay { get; set; }

    public bool BaysTalk { get; set; } = true;

    /// <summary>Serial of the pack in the take bay; null: the one that is expected there.</summary>
    public uint? TakeSerial { get; set; }

    /// <summary>The pack in bay 1 says that it is full.</summary>
    public bool StoreBayCharged { get; set; }

    /// <summary>Bay 2 says nothing any more.</summary>
    public bool TakeBayDead { get; set; }

    /// <summary>Serial of a full pack in bay 3; 0: none is there.</summary>
    public uint ThirdSerial { get; set; }

    public Drive Drives { get; private set; }

    public int Bay { get; private set; }

    public long NowMs { get; private set; }

    public Phase Phase => Node.Lane.Phase;

    public Fault Fault => Node.Lane.Fault;

    void ILaneIo.Read(LaneInputs into)
    {
        into.SafetyChainClosed = Inputs.SafetyChainClosed;
        into.ReleasePermitted = Inputs.ReleasePermitted;
        into.FireLoopClosed = Inputs.FireLoopClosed;
        into.KeySwitchOn = Inputs.KeySwitchOn;
        into.ConfirmPressed = Inputs.ConfirmPressed;
        into.AbortPressed = Inputs.AbortPressed;
        bool there = Inputs.VehiclePresent;
        into.VehiclePresent = there && !PresenceHidden;
        into.VehicleStill = Inputs.VehicleStill;
        into.VehicleInPosition = there && Inputs.VehicleInPosition;
        into.HandbrakeOn = Inputs.HandbrakeOn;
        into.GearNeutral = Inputs.GearNeutral;
        into.ManualSelected = Inputs.ManualSelected;
        into.ClosedSelected = Inputs.ClosedSelected;
        into.MaintenanceSelected = Inputs.MaintenanceSelected;
        into.Hand = Inputs.Hand;
        into.DriverAborts = Inputs.DriverAborts;
        Array.Copy(Inputs.Tag, into.Tag, Inputs.TagLength);
        into.TagLength = Inputs.TagLength;
        into.MileageKnown = Inputs.MileageKnown;
        into.MileageTenthKm = Inputs.MileageTenthKm;
        into.LockOpenPoints = Inputs.LockOpenPoints;
        into.LockClosedPoints = Inputs.LockClosedPoints;
        into.ConnectorMated = there && ConnectorMated;
        into.ConnectorParted = there && !ConnectorMated;
        into.PackOnVehicle = there && Inputs.PackOnVehicle;
        into.PackInPlace1 = there && Inputs.PackInPlace1;
        into.PackInPlace2 = there && Inputs.PackInPlace2;
        into.HoistReady = Inputs.HoistReady;
        into.HoistTongueLocked = Inputs.HoistTongueLocked;
        into.HoistPinSeated = Inputs.HoistPinSeated;
        into.HoistRaised = Inputs.HoistRaised;
        into.HoistLoaded = Inputs.HoistLoaded;
    }

    void ILaneIo.Write(Drive drives, int bay, int pack)
    {
        Drives = drives;
        Bay = bay;
        if (pack != Position)
        {
            // The next pack of the vehicle is another one, and the bays have been served meanwhile.
            Position = pack;
            PackCode = OldCodeOf(pack);
            StoreBay = BayPresence.Empty;
            TakeBay = BayPresence.Occupied;
        }
    }

    /// <summary>Code of the pack with which the vehicle came, by position.</summary>
    public static string OldCodeOf(int position) => OldCode[..^4] + (991 + (10 * position)).ToString("D4");

    /// <summary>Code of the pack that bay 2 gives out for a position.</summary>
    public static string NewCodeOf(int position) => OldCode[..^4] + (992 + (10 * position)).ToString("D4");

    /// <summary>The vehicle drives off, another one like it comes: the lane is idle, then the next swap may
    /// begin.</summary>
    public void Leave()
    {
        Inputs.VehiclePresent = Inputs.VehicleInPosition = Inputs.VehicleStill = false;
        Inputs.HandbrakeOn = Inputs.GearNeutral = false;
        RunTo(Phase.Idle);
        PackCode = OldCodeOf(1);
        Pass(2);
        Inputs.VehicleInPosition = Inputs.VehicleStill = Inputs.HandbrakeOn = Inputs.GearNeutral = true;
        Position = 1;
        StoreBay = BayPresence.Empty;
        TakeBay = BayPresence.Occupied;
    }

    /// <summary>Power goes and comes back: the same store, a new node, the clock of a new boot.</summary>
    public void Restart()
    {
        Drives = Drive.None;
        NowMs = 0;
        Node = new Node(_settings, _ports);
        Node.Start(0);
    }

    /// <summary>Passes until the phase is reached; fails after a minute.</summary>
    public void RunTo(Phase phase)
    {
        for (int i = 0; i < 1200 && Phase != phase; i++)
        {
            Pass();
        }

        Assert.Equal(phase, Phase);
    }

    /// <summary>A person turns the key and presses confirm.</summary>
    public void Confirm()
    {
        Inputs.KeySwitchOn = true;
        Inputs.ConfirmPressed = false;
        Pass(2);
        Inputs.ConfirmPressed = true;
        Pass(2);
        Inputs.ConfirmPressed = false;
    }

    /// <summary>Makes happen what a phase waits for, up to the phase that is asked for.</summary>
    public void DriveTo(Phase phase)
    {
        Inputs.VehiclePresent = true;
        for (int i = 0; i < 4000 && Phase != phase; i++)
        {
            Pass();
            Obey();
        }

        Assert.Equal(phase, Phase);
    }

    public void Pass(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            Talk();
            Node.Pass(NowMs);
        }
    }

    /// <summary>
    /// Bytes that the firmware allocates in a pass with so much traffic before it; the rig's own are not counted.
    /// </summary>
    public long AllocatedByPasses(int count)
    {
        long most = 0;
        _link.Discards = true;
        for (int i = 0; i < count; i++)
        {
            long allocated = Allocated.ByEachRoundOf(Talk, () => Node.Pass(NowMs));
            most = Math.Max(most, allocated);
        }

        return most;
    }

    private void Talk()
    {
        NowMs += 50;
        TravelLock();
        if (BusTalks && Inputs.VehiclePresent && NowMs % 100 == 0)
        {
            SendPackBus();
        }

        if (BaysTalk && NowMs % 200 == 0)
        {
            SendBays();
        }
    }

    /// <summary>What the test breaks each time the rig has obeyed.</summary>
    public Action? AfterObeying { get; set; }

    public void Obey()
    {
        bool grips = Drives.HasFlag(Drive.Grip) || (Inputs.HoistTongueLocked && !Drives.HasFlag(Drive.Withdraw));
        Inputs.HoistTongueLocked = grips;
        Inputs.HoistPinSeated = grips;
        if (Drives.HasFlag(Drive.Unlock))
        {
            SetLock(open: true);
        }

        if (Drives.HasFlag(Drive.Lift))
        {
            _hangs = Inputs.HoistLoaded ? _hangs : PackCode;
            Inputs.PackOnVehicle = Inputs.PackInPlace1 = Inputs.PackInPlace2 = ConnectorMated = false;
            Inputs.HoistRaised = Inputs.HoistLoaded = true;
        }

        if (Drives.HasFlag(Drive.Stow))
        {
            StoreBay = BayPresence.Occupied;
            Inputs.HoistLoaded = Inputs.HoistTongueLocked = Inputs.HoistPinSeated = false;
        }

        if (Drives.HasFlag(Drive.Fetch))
        {
            bool third = Bay == 3;
            TakeBay = third ? TakeBay : BayPresence.Empty;
            uint? serial = third ? ThirdSerial : TakeSerial;
            _thirdEmptied |= third;
            _hangs = serial is uint known ? OldCode[..^4] + known.ToString("D4") : NewCodeOf(Position);
            Inputs.HoistLoaded = Inputs.HoistTongueLocked = Inputs.HoistPinSeated = true;
        }

        if (Drives.HasFlag(Drive.Place))
        {
            Inputs.HoistRaised = Inputs.HoistLoaded = false;
            Inputs.PackOnVehicle = Inputs.PackInPlace1 = Inputs.PackInPlace2 = ConnectorMated = true;
            PackCode = _hangs;
        }

        if (Drives.HasFlag(Drive.Lock))
        {
            SetLock(open: false);
        }

        Inputs.HoistRaised |= Drives.HasFlag(Drive.Withdraw);
        AfterObeying?.Invoke();
    }

    /// <summary>Sends every lock point to one end; it gets there in <see cref="LockTravelMs"/>.</summary>
    /// <summary>A frame more on the vehicle's bus.</summary>
    public void Say(uint id, byte[] data) => _pack.Deliver(id, NowMs, data);

    public void SetLock(bool open)
    {
        bool there = (open ? Inputs.LockOpenPoints : Inputs.LockClosedPoints) == AllPoints;
        if (there || (_lockArrivesMs != 0 && _lockGoesOpen == open))
        {
            return;
        }

        JamLock();
        _lockGoesOpen = open;
        _lockArrivesMs = NowMs + LockTravelMs;
    }

    /// <summary>Every lock point stands between its ends, and the frame says so.</summary>
    public void JamLock()
    {
        Inputs.LockOpenPoints = 0;
        Inputs.LockClosedPoints = 0;
        LockPin = LockFrame.Neither;
        _lockArrivesMs = 0;
    }

    private void TravelLock()
    {
        if (_lockArrivesMs != 0 && NowMs >= _lockArrivesMs)
        {
            _lockArrivesMs = 0;
            Inputs.LockOpenPoints = _lockGoesOpen ? AllPoints : 0;
            Inputs.LockClosedPoints = _lockGoesOpen ? 0 : AllPoints;
            LockPin = _lockGoesOpen ? LockFrame.Unlocked : LockFrame.Locked;
        }
    }

    private void SendPackBus()
    {
        _life += LifeRuns ? 1 : 0;
        byte mated = (byte)(ConnectorMated ? 0x54 : 0);
        (int level, int code) = ControllerFault;
        _pack.Deliver(LockFrame.Id, NowMs, [(byte)_life, (byte)(LockPin | mated), 0, (byte)level, (byte)code, 0, 0, 0]);
        int part = (int)(NowMs / 100 % 3);
        _pack.Deliver(VinFrame.Id, NowMs, [(byte)(part + 1), .. RigPack.Part(VinNow, part * 7, 7)]);
        if (ConnectorMated)
        {
            Pack.Send(_pack, NowMs);
        }
    }

    /// <summary>Bay 1 stores and bay 2 gives; both grant what the lane asked for.</summary>
    private void SendBays()
    {
        int life = (int)(NowMs / 200) & 0xFF;
        CanFrame frame = new();
        LanePhaseFrame lane = new();
        while (_link.TakeSent(frame))
        {
            lane.Read(frame);
            BayRequestFrame request = new();
            if (request.Read(frame) == DecodeResult.Ok)
            {
                new BayGrantFrame
                {
                    Source = 0x90, Life = life, Lane = request.Lane, Bay = request.Bay, Operation = request.Operation,
                    Answer = BayAnswer.Granted, RequestId = request.RequestId,
                }.Write(frame);
                _link.Deliver(frame, NowMs);
            }
        }

        // Each bay is the lane's as soon as the lane names it.
        _storeOwner = lane.Lane == 0 ? _storeOwner : lane.StoreBay == 1 ? 1 : 0;
        _takeOwner = lane.Lane == 0 ? _takeOwner : lane.TakeBay == 2 ? 1 : 0;
        SendBay(new BayStatusFrame
        {
            Bay = 1, Life = life, Presence = StoreBay, Healthy = StoreBayHealthy, PowerOff = StoreBayPowerOff,
            Isolated = StoreBayIsolated, ReservedBy = _storeOwner, ChargeKnown = StoreBayCharged,
            ChargePermille = StoreBayCharged ? 990 : 0, PackSerialKnown = StoreBayCharged,
            PackSerial = StoreBayCharged ? 1001u : 0,
        });
        if (StoreBayCharged)
        {
            SendBayPack(1, life, 1001);
        }

        _thirdOwner = lane.Lane == 0 ? _thirdOwner : lane.TakeBay == 3 ? 1 : 0;
        SendThirdBay(life);
        if (TakeBayDead)
        {
            return;
        }

        SendBay(new BayStatusFrame
        {
            Bay = 2, Life = life, Presence = TakeBay, Healthy = TakeBayHealthy, PowerOff = true, ChargeKnown = true,
            ChargePermille = 960, PackSerialKnown = true, PackSerial = TakeSerial ?? (uint)(992 + (10 * Position)),
            ReservedBy = _takeOwner,
        });
        _hasThirdBay |= SmokyBay == 3;
        if (_hasThirdBay)
        {
            SendBay(new BayStatusFrame { Bay = 3, Life = life, Presence = BayPresence.Empty, Isolated = true });
        }

        SendBayPack(2, life, TakeSerial ?? (uint)(992 + (10 * Position)));
    }

    private void SendThirdBay(int life)
    {
        if (ThirdSerial == 0)
        {
            return;
        }

        SendBay(new BayStatusFrame
        {
            Bay = 3, Life = life, Presence = _thirdEmptied ? BayPresence.Empty : BayPresence.Occupied, Healthy = true,
            PowerOff = true, ChargeKnown = true, ChargePermille = 920, PackSerialKnown = true, PackSerial = ThirdSerial,
            ReservedBy = _thirdOwner,
        });
        SendBayPack(3, life, ThirdSerial);
    }

    private void SendBayPack(int bay, int life, uint serial)
    {
        CanFrame frame = new();
        BayPackFrame pack = new()
        {
            Source = 0x90, Bay = bay, Life = life, Interface = _settings.Profile.InterfaceId, HottestKnown = true,
            HottestC = 25, PackSerialKnown = true, PackSerial = serial,
        };
        Assert.True(pack.Write(frame));
        _link.Deliver(frame, NowMs);
    }

    private void SendBay(BayStatusFrame status)
    {
        CanFrame frame = new();
        status.Source = 0x90;
        status.Smoke = status.Bay == SmokyBay;
        Assert.True(status.Write(frame));
        _link.Deliver(frame, NowMs);
    }
}
