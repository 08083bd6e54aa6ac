using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Firmware;

/// <summary>A lane node with certificates, and the city that renews them.</summary>
public sealed class CertificateDesk
{
    public const string Node = "linfen/station-1/lane-1";
    private const long DayMs = 86_400_000;

    public CertificateDesk()
    {
        Desk = new CommandDesk(Rig.Uplink, Rig.Clock, Node);
        Rig.Ports.Certificates = Port;
        Rig.Restart();
        Rig.Pass(3);
    }

    public LaneRig Rig { get; } = new();

    public CommandDesk Desk { get; }

    public ScriptedCertificates Port { get; } = new();

    /// <summary>The city acknowledges what it gets.</summary>
    public bool CityAnswers { get; set; } = true;

    /// <summary>Connections that are made with these certificates come up.</summary>
    public Func<byte[]?, bool> Accepts { get; set; } = _ => true;

    /// <summary>What the node's audits told of certificates, with their values.</summary>
    public (AuditAction Action, int Value)[] Told
    {
        get
        {
            List<(AuditAction, int)> told = [];
            EventRecord record = new();
            for (ulong i = 1; i <= Rig.Node.Journal.LastStored; i++)
            {
                Assert.True(Rig.Node.Journal.Find(i, record));
                if (record.Action >= AuditAction.CertificateTried)
                {
                    told.Add((record.Action, record.Value));
                }
            }

            return [.. told];
        }
    }

    public static byte[] Ending(int inDays, int length = 300) =>
        ScriptedCertificates.Ending(new FixedClock().UtcMs + (inDays * DayMs), length);

    /// <summary>Sends both in parts of 256 bytes and asks for their use; what the node says to the last.</summary>
    public (Contract.ResultState State, Contract.CommandReason Reason) Renew(byte[] device, byte[]? authority = null)
    {
        byte[] both = [.. device, .. authority ?? []];
        Offer(both);
        return Ask(body => body.UseCertificates = new Contract.CertificateUse
        {
            Crc = Crc32.Compute(both, 0, both.Length), DeviceLength = (uint)device.Length,
            AuthorityLength = (uint)(authority?.Length ?? 0),
        });
    }

    public void Offer(byte[] both)
    {
        for (int at = 0; at < both.Length; at += 256)
        {
            byte[] part = both[at..Math.Min(at + 256, both.Length)];
            Assert.Equal(Contract.ResultState.Done, Ask(body => body.OfferCertificate = new Contract.CertificatePart
            {
                Offset = (uint)at, Part = ByteString.CopyFrom(part),
            }).State);
        }
    }

    public (Contract.ResultState State, Contract.CommandReason Reason) Ask(Action<Contract.CommandBody> ask)
    {
        Desk.Send(ask);
        Rig.Pass(5);
        return Desk.Last;
    }

    public void Run(TimeSpan time)
    {
        for (int i = 0; i < time.TotalMilliseconds / 50; i++)
        {
            Rig.Uplink.AnswersAtOnce = Accepts(Port.Now);
            if (Rig.Uplink.Link == UplinkLink.Connecting)
            {
                Rig.Uplink.Link = Accepts(Port.Now) ? UplinkLink.Up : UplinkLink.Down;
            }

            Rig.Pass();
            if (CityAnswers && Rig.Uplink.Link == UplinkLink.Up && i % 20 == 0)
            {
                Acknowledge(Rig.Node.Journal.LastStored);
            }
        }
    }

    public void Acknowledge(ulong through)
    {
        Contract.AckBody ack = new()
        {
            Kind = Contract.SignedKind.Ack, Journal = Rig.Node.Journal.Identity, EventThrough = through,
        };
        Rig.Uplink.Deliver($"swap/v1/{Node}/ack", CommandDesk.Sign(ack));
    }
}
