using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Turns pins, the vehicle's bus and the bays' reports into facts. A level counts as evidence once two passes in a
    /// row have seen it; its loss, and every cause to stop, counts at once.
    /// </summary>
    public sealed class LaneEvidence
    {
        private const Fact Prepared = Fact.VehiclePresent | Fact.VehicleInPosition | Fact.VehicleStill
            | Fact.HandbrakeOn | Fact.GearNeutral;

        private readonly SwapProfile _profile;
        private readonly string[] _vehicles;
        private readonly SwapPackBus _bus;
        private readonly BayBoard _bays;
        private Fact _lastPins;
        private bool _disagreeing;
        private long _disagreeMs;
        private bool _confirmWasPressed = true;

        /// <summary>Serial of the pack that the vehicle came with; 0 while it is not known.</summary>
        public uint OldSerial;

        public LaneEvidence(NodeSettings settings, SwapPackBus bus, BayBoard bays)
        {
            _profile = settings.Profile;
            _vehicles = settings.Vehicles;
            _bus = bus;
            _bays = bays;
        }

        /// <summary>All that is known now, but for what Step derives itself.</summary>
        /// <param name="inputs">Levels of this pass.</param>
        /// <param name="committed">The phase is stored.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public Fact Gather(LaneInputs inputs, bool committed, long nowMs)
        {
            Fact pins = PinFacts(inputs);
            Fact seen = pins & _lastPins;
            _lastPins = pins;

            Fact lockPins = seen & (Fact.LockOpen | Fact.LockClosed);
            seen = (seen & ~lockPins) | LockFacts(inputs, lockPins, nowMs);
            seen |= PersonFacts(inputs);
            seen |= BusFacts(nowMs);
            seen |= BayFacts(nowMs);
            seen |= committed ? Fact.PhaseCommitted : Fact.None;
            seen |= (pins & Prepared) == Prepared ? Fact.None : Fact.VehicleUnprepared;
            return seen;
        }

        private static Fact PinFacts(LaneInputs inputs)
        {
            Fact pins = Fact.None;
            pins |= inputs.ReleasePermitted ? Fact.ReleasePermitted : Fact.None;
            pins |= inputs.VehiclePresent ? Fact.VehiclePresent : Fact.None;
            pins |= inputs.VehicleInPosition ? Fact.VehicleInPosition : Fact.None;
            pins |= inputs.VehicleStill ? Fact.VehicleStill : Fact.None;
            pins |= inputs.HandbrakeOn ? Fact.HandbrakeOn : Fact.None;
            pins |= inputs.GearNeutral ? Fact.GearNeutral : Fact.None;
            pins |= inputs.PackOnVehicle ? Fact.PackOnVehicle : Fact.None;
            pins |= inputs.PackInPlace1 && inputs.PackInPlace2 ? Fact.PackInPlace : Fact.None;
            pins |= inputs.HoistReady ? Fact.HoistReady : Fact.None;
            pins |= inputs.HoistTongueLocked && inputs.HoistPinSeated ? Fact.HoistGrips : Fact.None;
            pins |= inputs.HoistRaised ? Fact.HoistRaised : Fact.None;
            pins |= inputs.HoistLoaded ? Fact.HoistLoaded : Fact.None;
            pins |= inputs.LockOpen && !inputs.LockClosed ? Fact.LockOpen : Fact.None;
            pins |= inputs.LockClosed && !inputs.LockOpen ? Fact.LockClosed : Fact.None;
            return pins;
        }

        private Fact PersonFacts(LaneInputs inputs)
        {
            Fact seen = Fact.None;
            seen |= inputs.SafetyChainClosed ? Fact.None : Fact.SafetyChainOpen;
            seen |= inputs.FireLoopClosed ? Fact.None : Fact.FireDetected;
            seen |= inputs.AbortPressed ? Fact.AbortPressed : Fact.None;
            seen |= inputs.KeySwitchOn ? Fact.KeySwitchOn : Fact.None;
            if (inputs.ConfirmPressed && !_confirmWasPressed && inputs.KeySwitchOn)
            {
                seen |= Fact.Confirmed;
            }

            _confirmWasPressed = inputs.ConfirmPressed;
            return seen;
        }

        private Fact BusFacts(long nowMs)
        {
            Fact seen = Fact.None;
            if (_bus.Vin.IsComplete && _bus.IsFresh(SwapPackMessage.Vin, nowMs))
            {
                seen |= Fact.IdentityKnown;
                seen |= IsListed(_bus.Vin.Vin) ? Fact.VehicleAuthorised : Fact.None;
            }

            seen |= PackCheck.IsHighVoltageOff(_bus, _profile, nowMs) ? Fact.HighVoltageOff : Fact.None;
            seen |= PackCheck.IsRelayWelded(_bus, nowMs) ? Fact.RelayWelded : Fact.None;
            if (PackCheck.IsKnown(_bus, nowMs))
            {
                seen |= PackCheck.IsHealthy(_bus, _profile)
                    ? Fact.OldPackAccepted | Fact.PackHealthy
                    : Fact.OldPackRejected;
                uint serial = PackCheck.SerialOf(_bus.PackCode.Code, _bus.PackCode.Length);
                seen |= serial != 0 && serial == _bays.PlannedSerial
                    ? Fact.PlannedPackSeen | Fact.RightPackSeen : Fact.None;
                seen |= serial != 0 && serial == OldSerial ? Fact.RightPackSeen : Fact.None;
            }

            return seen;
        }

        /// <summary>
        /// Pins and frame must say the same; while they do not, the lock is neither open nor closed, and after the time
        /// that its travel explains it is a contradiction.
        /// </summary>
        private Fact LockFacts(LaneInputs inputs, Fact fromPins, long nowMs)
        {
            if (!_bus.LockValid(nowMs))
            {
                _disagreeing = false;
                return Fact.LockSignalLost;
            }

            byte[] frame = _bus.Slot(SwapPackMessage.Lock).Data;
            int pin = LockFrame.LockPin.Read(frame);
            Fact fromFrame = pin == LockFrame.Unlocked ? Fact.LockOpen
                : pin == LockFrame.Locked ? Fact.LockClosed : Fact.None;

            bool wasDisagreeing = _disagreeing;
            _disagreeing = fromFrame != fromPins;
            _disagreeMs = _disagreeing && !wasDisagreeing ? nowMs : _disagreeMs;
            bool both = inputs.LockOpen && inputs.LockClosed;
            bool contradicts = both || (_disagreeing && nowMs - _disagreeMs > _profile.LockDisagreeMs);
            return (fromFrame & fromPins) | ConnectorFacts(frame) | Fact.LockSignalAlive
                | (contradicts ? Fact.LockContradicts : Fact.None);
        }

        private static Fact ConnectorFacts(byte[] frame)
        {
            int connected = 0;
            int parted = 0;
            Count(LockFrame.Connector.Read(frame), ref connected, ref parted);
            Count(LockFrame.DischargeCircuit.Read(frame), ref connected, ref parted);
            Count(LockFrame.ChargeCircuit.Read(frame), ref connected, ref parted);
            return connected == 3 ? Fact.ConnectorMated : parted == 3 ? Fact.ConnectorParted : Fact.None;
        }

        private static void Count(int value, ref int connected, ref int parted)
        {
            connected += value == LockFrame.Connected ? 1 : 0;
            parted += value == 0 ? 1 : 0;
        }

        private Fact BayFacts(long nowMs)
        {
            Fact seen = Fact.None;
            seen |= _bays.BothGranted ? Fact.BaysReserved : Fact.None;
            seen |= _bays.NewPackReady(nowMs) ? Fact.NewPackReady : Fact.None;
            seen |= _bays.StoreBayReady(nowMs) ? Fact.StoreBayReady : Fact.None;
            seen |= _bays.StoreBayFilled(nowMs) ? Fact.StoreBayFilled : Fact.None;
            seen |= _bays.TakeBayEmptied(nowMs) ? Fact.TakeBayEmptied : Fact.None;
            seen |= _bays.IsSilent(nowMs) ? Fact.BaySilent : Fact.None;
            return seen;
        }

        private bool IsListed(byte[] vin)
        {
            for (int i = 0; i < _vehicles.Length; i++)
            {
                if (IsSame(_vehicles[i], vin))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsSame(string text, byte[] characters)
        {
            if (text.Length != characters.Length)
            {
                return false;
            }

            for (int i = 0; i < characters.Length; i++)
            {
                if (text[i] != (char)characters[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
