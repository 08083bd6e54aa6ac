using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// Seeded lives of a cabinet: customers who do anything, doors that stick, packs that fall silent, power that goes.
/// What the records say is compared with where the packs really are.
/// </summary>
public sealed class CabinetLivesTests
{
    private const int Swaps = 4;
    private const int PassesOfATry = 3_200;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_no_door_opens_unsafely_and_the_records_are_where_the_packs_are(int block)
    {
        for (int seed = block * 25; seed < (block + 1) * 25; seed++)
        {
            new Life(seed).Run();
        }
    }

    private sealed class Life(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly CabinetRig _rig = new();
        private int _serial = 2000;

        public void Run()
        {
            _rig.Settle();
            for (int swap = 0; swap < Swaps; swap++)
            {
                One();
            }
        }

        private bool Chance(int percent) => _random.Next(100) < percent;

        private void One()
        {
            CabinetRigPack?[] before = [.. _rig.Doors.Select(door => door.Pack)];
            ulong from = _rig.Node.Journal.NextSequence;
            Prepare();
            _rig.Come(Chance(90) ? CabinetRig.Card : "CARD-9999");
            int leaveAt = Chance(20) ? _random.Next(400) : int.MaxValue;
            int restartAt = Chance(40) ? _random.Next(600) : int.MaxValue;
            int abortAt = Chance(15) ? _random.Next(600) : int.MaxValue;
            for (int i = 0; i < PassesOfATry && !(i > 10 && _rig.Phase == Phase.Idle); i++)
            {
                _rig.Inputs.AbortPressed = i >= abortAt && i < abortAt + 4;
                if (i == restartAt)
                {
                    _rig.Restart();
                }

                if (i == leaveAt || _rig.Phase is Phase.Releasing or Phase.Held)
                {
                    _rig.Leave();
                }

                Step();
                if (_rig.Phase == Phase.Held && i > 800)
                {
                    break;
                }
            }

            ComeToRest();
            Compare(from, before);
        }

        private void Prepare()
        {
            _serial++;
            string code = Chance(10) ? "JBD-SP13S001" : $"0RJPEA00HAU0AAF13000{_serial}";
            _rig.Brought = Chance(10) ? null : new CabinetRigPack(code)
            {
                ChargePermille = 950, TemperatureC = Chance(10) ? 62 : 25, Talks = Chance(92),
                Protection = Chance(5) ? 1u << 9 : 0,
            };
            _rig.Shuts = Chance(85);
            _rig.Takes = Chance(85);
            foreach (CabinetRigDoor door in _rig.Doors)
            {
                door.Stuck = Chance(5);
                door.ContactorWelded = Chance(4);
            }
        }

        private void Step()
        {
            _rig.PassAndObey();
            int door = _rig.Unlatched;
            if (door < 0)
            {
                return;
            }

            Assert.True(_rig.Node.Cabinet.Doors.Doors[door].ContactorOpen, $"seed {seed}: charger on behind the door");
            Assert.True(_rig.MostOpen <= 1, $"seed {seed}: two doors open");
            Assert.True(_rig.Phase is Phase.Admitting or Phase.Dispensing or Phase.GivingBack, $"seed {seed}");
        }

        /// <summary>A technician shuts and frees what is open or stuck, and confirms until the cabinet is
        /// idle.</summary>
        private void ComeToRest()
        {
            _rig.Leave();
            _rig.Inputs.AbortPressed = false;
            foreach (CabinetRigDoor door in _rig.Doors)
            {
                door.Shut = true;
                door.Stuck = false;
                door.ContactorWelded = false;
            }

            for (int i = 0; i < 40 && _rig.Phase != Phase.Idle; i++)
            {
                _rig.Pass(10);
                _rig.Confirm();
                Array.ForEach(_rig.Doors, door => door.Shut = true);
            }

            for (int i = 0; i < 6_000 && _rig.Phase != Phase.Idle; i++)
            {
                _rig.Pass();
            }

            Assert.True(_rig.Phase == Phase.Idle, $"seed {seed}: stuck in {_rig.Phase} with {_rig.Fault}");
            _rig.Pass(2);
        }

        private void Compare(ulong from, CabinetRigPack?[] before)
        {
            CabinetRigPack?[] after = [.. _rig.Doors.Select(door => door.Pack)];
            int came = after.Count(pack => pack is not null && !before.Contains(pack));
            int went = before.Count(pack => pack is not null && !after.Contains(pack));
            string what = $"seed {seed}: {came} came, {went} went";
            Assert.True(came == Count(EventKind.BatteryIn, from), what);
            Assert.True(went == Count(EventKind.BatteryOut, from), what);
            Assert.True((came == went ? 0 : 1) == Count(EventKind.SwapOrphaned, from), what);
            Assert.True(Count(EventKind.SwapStarted, from) == Count(EventKind.SwapEnded, from), what);
            if (came > 1)
            {
                Assert.Fail(what);
            }
        }

        private int Count(EventKind kind, ulong from) =>
            _rig.Events(kind).Count(record => record.Sequence >= from);
    }
}
