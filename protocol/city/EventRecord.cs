using System;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// One event of a journal, flat: <c>Event</c> of city.proto with its bodies. Made once by its owner and reused;
    /// which fields count depends on the kind, and those that do not stay as <see cref="Clear"/> leaves them.
    /// </summary>
    public sealed class EventRecord
    {
        /// <summary>Characters of a pack code: 24 by GB/T 34014, and what the swap-pack bus has room for.</summary>
        public const int PackCodeRoom = 27;

        /// <summary>Characters of a vehicle identification number, GB 16735.</summary>
        public const int VehicleRoom = 17;

        /// <summary>Characters of an order.</summary>
        public const int OrderRoom = 32;

        /// <summary>Characters of an owner's name.</summary>
        public const int OwnerRoom = 24;

        /// <summary>A charge, a health, an energy that is not known.</summary>
        public const int NotKnown = -1;

        public ulong Journal;
        public ulong Sequence;
        public uint Boot;
        public long UtcMs;
        public TimeQuality TimeQuality;
        public long UptimeMs;
        public EventKind Kind;
        public uint RequestId;
        public int Bay;

        /// <summary>What it means depends on the kind; see city.proto.</summary>
        public int Value;

        public readonly byte[] Vehicle = new byte[VehicleRoom];
        public int VehicleLength;

        /// <summary>The order that a swap was made for; empty when there was none.</summary>
        public readonly byte[] Order = new byte[OrderRoom];
        public int OrderLength;

        public int Phase;
        public int PreviousPhase;
        public int Fault;
        public ulong Facts;
        public int DurationMs;
        public int LimitMs;
        public int StoreBay;
        public int TakeBay;

        /// <summary>How often the phase has been tried again.</summary>
        public int Retries;

        /// <summary>Which pack of the vehicle, from 1; 0 where it does not count.</summary>
        public int Pack;

        /// <summary>Somebody aborted the swap.</summary>
        public bool Aborted;

        /// <summary>Serial number of the pack that the vehicle came with.</summary>
        public uint OldSerial;

        /// <summary>PackFinding of city.proto: what was found wrong with the pack on the vehicle.</summary>
        public int Finding;

        /// <summary>Why this bay for the old pack, and why no other: city.proto, Step.</summary>
        public ulong StoreChoice;

        /// <summary>Why this bay for the new pack, and why no other.</summary>
        public ulong TakeChoice;

        public readonly byte[] PackCode = new byte[PackCodeRoom];
        public int PackCodeLength;
        public uint PackSerial;

        /// <summary>State of charge, or <see cref="NotKnown"/>.</summary>
        public int ChargePermille = NotKnown;

        /// <summary>State of health, or <see cref="NotKnown"/>.</summary>
        public int HealthPermille = NotKnown;

        /// <summary>Whose the pack is: 0 not known, 1 leased, 2 owned.</summary>
        public int Owner;

        /// <summary>Who owns it, by the pack register; empty where that is not known.</summary>
        public readonly byte[] OwnedBy = new byte[OwnerRoom];
        public int OwnedByLength;

        // Energies since the pack was made, tenths of a kilowatt-hour, or NotKnown.
        public long ChargedTenthKwh = NotKnown;
        public long DischargedTenthKwh = NotKnown;
        public long SwapChargedTenthKwh = NotKnown;

        /// <summary>The bay's energy meter, watt-hours, or <see cref="NotKnown"/>.</summary>
        public long MeterWh = NotKnown;

        public int Warning;
        public int Level;

        /// <summary>LaneWarning of city.proto; instead of <see cref="Warning"/>.</summary>
        public int LaneWarning;

        /// <summary>NodeWarning of city.proto; instead of <see cref="Warning"/>.</summary>
        public int NodeWarning;

        public ulong LostCount;
        public long LostSinceMs;

        /// <summary>How a swap ended; of meaning in SwapEnded.</summary>
        public readonly SwapSummary Summary = new SwapSummary();

        public AuditAction Action;
        public Issuer Issuer;

        /// <summary>Number of the order of an intervention, 0 when it had none.</summary>
        public ulong OrderNumber;

        /// <summary>CommandReason of city.proto.</summary>
        public int Reason;

        /// <summary>Messages that were refused since the last such audit.</summary>
        public uint Count;

        /// <summary>The level-3 event that a black box is of; 0: no black box.</summary>
        public ulong BoxFault;

        /// <summary>Sampled before that event.</summary>
        public bool Reissued;

        /// <summary>A telemetry block that stays its owner's; the first <see cref="BlockLength"/> bytes.</summary>
        public byte[] Block;
        public int BlockLength;

        public void Clear()
        {
            Journal = 0;
            Sequence = 0;
            Boot = 0;
            UtcMs = 0;
            TimeQuality = TimeQuality.Unknown;
            UptimeMs = 0;
            Kind = EventKind.None;
            RequestId = 0;
            Bay = 0;
            Value = 0;
            Array.Clear(Vehicle, 0, VehicleRoom);
            VehicleLength = 0;
            Array.Clear(Order, 0, OrderRoom);
            OrderLength = 0;
            Phase = 0;
            PreviousPhase = 0;
            Fault = 0;
            Facts = 0;
            DurationMs = 0;
            LimitMs = 0;
            StoreBay = 0;
            TakeBay = 0;
            Retries = 0;
            Pack = 0;
            Aborted = false;
            OldSerial = 0;
            Finding = 0;
            StoreChoice = 0;
            TakeChoice = 0;
            Array.Clear(PackCode, 0, PackCodeRoom);
            PackCodeLength = 0;
            PackSerial = 0;
            ChargePermille = NotKnown;
            HealthPermille = NotKnown;
            Owner = 0;
            Array.Clear(OwnedBy, 0, OwnerRoom);
            OwnedByLength = 0;
            ChargedTenthKwh = NotKnown;
            DischargedTenthKwh = NotKnown;
            SwapChargedTenthKwh = NotKnown;
            MeterWh = NotKnown;
            Warning = 0;
            Level = 0;
            LaneWarning = 0;
            NodeWarning = 0;
            LostCount = 0;
            LostSinceMs = 0;
            Summary.Clear();
            Action = AuditAction.None;
            Issuer = Issuer.None;
            OrderNumber = 0;
            Reason = 0;
            Count = 0;
            BoxFault = 0;
            Reissued = false;
            BlockLength = 0;
        }
    }
}
