using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>New certificates are in force once they have reached the city, and never before.</summary>
public sealed class CertificateRotationTests
{
    private static readonly byte[] New = CertificateDesk.Ending(365, 700);
    private static readonly byte[] Authority = CertificateDesk.Ending(3000, 600);
    private static readonly byte[] Both = [.. New, .. Authority];

    private readonly CertificateDesk _city = new();

    private LaneRig Rig => _city.Rig;

    [Fact]
    public void They_are_tried_on_a_connection_and_in_force_once_the_city_has_acknowledged_over_it()
    {
        int connects = Rig.Uplink.Connects;
        Assert.Equal((State.Done, Reason.Unspecified), _city.Renew(New, Authority));
        Assert.Null(_city.Port.Now);
        _city.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(connects + 1, Rig.Uplink.Connects);
        Assert.Equal(Both, _city.Port.InUse);
        Assert.Equal(
            [(AuditAction.CertificateTried, 1), (AuditAction.CertificateInForce, 0)], _city.Told);
        ScriptedCertificates board = new();
        Rig.Ports.Certificates = board;
        Rig.Restart();
        Assert.Equal(Both, board.InUse);
    }

    [Fact]
    public void Where_they_reach_nobody_those_before_come_back_and_nothing_is_kept()
    {
        _city.Accepts = now => now is null;
        _city.Renew(New);
        _city.Run(TimeSpan.FromMinutes(9));
        Assert.Equal(New, _city.Port.Now);
        _city.Run(TimeSpan.FromMinutes(3));
        Assert.Null(_city.Port.Now);
        Assert.Equal(
            [
                (AuditAction.CertificateTried, 1), (AuditAction.CertificateTried, 0),
                (AuditAction.CertificateRolledBack, 0),
            ],
            _city.Told);
        Assert.DoesNotContain("certificates-0", Rig.Store.Files.Keys);
        Assert.Equal(State.Done, _city.Renew(New).State);
    }

    [Fact]
    public void What_was_acknowledged_over_the_connection_before_proves_nothing()
    {
        _city.CityAnswers = false;
        _city.Renew(New);
        ulong before = Rig.Node.Journal.LastStored;
        _city.Run(TimeSpan.FromSeconds(20));
        _city.Acknowledge(before);
        _city.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(before, Rig.Node.Journal.AcknowledgedThrough);
        Assert.Null(_city.Port.InUse);
        _city.CityAnswers = true;
        _city.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(New, _city.Port.InUse);
    }

    [Fact]
    public void They_are_not_given_up_while_the_city_works_through_a_backlog()
    {
        _city.CityAnswers = false;
        for (int i = 0; i < 3000; i++)
        {
            Assert.True(Rig.Node.Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = 1 }));
            Assert.True(Rig.Node.Journal.Commit());
        }

        _city.Renew(New);
        ulong last = Rig.Node.Journal.LastStored;
        for (ulong through = 200; through <= last; through += 200)
        {
            _city.Run(TimeSpan.FromMinutes(1));
            _city.Acknowledge(through);
        }

        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Equal([(AuditAction.CertificateTried, 1)], _city.Told);
        _city.CityAnswers = true;
        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(New, _city.Port.InUse);
    }

    [Fact]
    public void Certificates_that_the_store_refuses_are_not_told_to_be_in_force_until_it_has_them()
    {
        _city.CityAnswers = false;
        _city.Renew(New);
        _city.Run(TimeSpan.FromSeconds(20));
        Rig.Store.Answer = StoreResult.Failed;
        _city.Acknowledge(Rig.Node.Journal.LastStored);
        _city.Run(TimeSpan.FromSeconds(5));
        Rig.Store.Answer = StoreResult.Ok;
        _city.Run(TimeSpan.FromSeconds(5));
        Assert.Equal([(AuditAction.CertificateTried, 1), (AuditAction.CertificateInForce, 0)], _city.Told);
        ScriptedCertificates board = new();
        Rig.Ports.Certificates = board;
        Rig.Restart();
        Assert.Equal(New, board.InUse);
    }

    [Fact]
    public void While_nobody_is_reached_both_are_tried_in_turn_and_seldom_and_the_first_that_reaches_the_city_stays()
    {
        _city.Accepts = _ => false;
        _city.Renew(New);
        _city.Run(TimeSpan.FromHours(6));
        int turns = _city.Told.Length;
        Assert.InRange(turns, 6, 10);
        while (_city.Port.Now is null)
        {
            _city.Run(TimeSpan.FromMinutes(10));
        }

        _city.Accepts = now => now is not null;
        _city.Run(TimeSpan.FromMinutes(2));
        Assert.Equal(New, _city.Port.InUse);
    }

    [Fact]
    public void A_restart_ends_a_trial_with_those_before()
    {
        _city.CityAnswers = false;
        _city.Renew(New);
        _city.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(New, _city.Port.Now);
        Rig.Ports.Certificates = new ScriptedCertificates();
        Rig.Restart();
        _city.CityAnswers = true;
        _city.Run(TimeSpan.FromSeconds(20));
        Assert.Null(((ScriptedCertificates)Rig.Ports.Certificates).InUse);
    }

    [Fact]
    public void Nothing_is_tried_while_something_moves()
    {
        _city.Renew(New);
        Rig.Uplink.Moving = () => true;
        int connects = Rig.Uplink.Connects;
        CertificateRotation rotation = Rig.Node.Certificates;
        for (int i = 0; i < 1000; i++)
        {
            rotation.Pass(1_000_000 + (i * 50), still: false);
        }

        Assert.Null(_city.Port.Now);
        Assert.Equal(connects, Rig.Uplink.Connects);
    }

    [Fact]
    public void What_is_over_or_garbled_or_of_no_use_is_refused_and_nothing_is_tried()
    {
        Assert.Equal((State.Rejected, Reason.BadArgument), _city.Renew(CertificateDesk.Ending(-1)));
        Assert.Equal((State.Rejected, Reason.BadArgument), _city.Renew(New, CertificateDesk.Ending(0)));
        Assert.Equal((State.Rejected, Reason.BadArgument), _city.Renew([1, 2, 3]));
        _city.Offer(New);
        uint crc = Crc32.Compute(New, 0, New.Length);
        Assert.Equal((State.Rejected, Reason.BadArgument), Use(crc + 1, 700, 0));
        Assert.Equal((State.Rejected, Reason.BadArgument), Use(crc, 699, 0));
        Assert.Equal((State.Rejected, Reason.BadArgument), Use(crc, 3073, 0));
        Assert.Equal((State.Rejected, Reason.BadArgument), Use(crc, 3072, 1));
        Assert.Equal((State.Rejected, Reason.BadArgument), Use(crc, uint.MaxValue, uint.MaxValue));
        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Null(_city.Port.Now);
        Assert.Empty(_city.Told);
    }

    [Theory]
    [InlineData(0, 0, State.Rejected)]
    [InlineData(0, 256, State.Done)]
    [InlineData(2816, 256, State.Done)]
    [InlineData(2817, 256, State.Rejected)]
    [InlineData(3071, 1, State.Done)]
    [InlineData(3072, 1, State.Rejected)]
    [InlineData(uint.MaxValue, 1, State.Rejected)]
    public void A_part_lies_wholly_in_the_room_or_is_refused(uint offset, int length, State expected) =>
        Assert.Equal(expected, Part(offset, length).State);

    [Fact]
    public void While_a_trial_is_on_neither_a_part_nor_another_trial_is_taken()
    {
        _city.CityAnswers = false;
        _city.Renew(New);
        Assert.Equal((State.Rejected, Reason.Busy), Part(0, 10));
        Assert.Equal((State.Rejected, Reason.Busy), Use(Crc32.Compute(New, 0, New.Length), 700, 0));
        _city.CityAnswers = true;
        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(New, _city.Port.InUse);
    }

    [Fact]
    public void Without_lengths_the_ones_given_with_the_board_come_back_into_force()
    {
        _city.Renew(New);
        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Equal((State.Done, Reason.Unspecified), Use(0, 0, 0));
        _city.Run(TimeSpan.FromMinutes(1));
        Assert.Equal<byte>([], _city.Port.InUse ?? [1]);
        ScriptedCertificates board = new();
        Rig.Ports.Certificates = board;
        Rig.Restart();
        Assert.Equal<byte>([], board.InUse ?? [1]);
    }

    [Fact]
    public void Certificates_that_somebody_has_changed_on_the_card_are_not_used()
    {
        _city.Renew(New);
        _city.Run(TimeSpan.FromMinutes(1));
        List<byte> file = Rig.Store.Files["certificates-0"];
        file[^(4 + 32 + 100)] ^= 1;
        uint crc = Crc32.Compute([.. file], 0, file.Count - 4);
        for (int i = 0; i < 4; i++)
        {
            file[file.Count - 4 + i] = (byte)(crc >> (8 * i));
        }

        ScriptedCertificates board = new();
        Rig.Ports.Certificates = board;
        Rig.Restart();
        Assert.Null(board.InUse);
    }

    [Fact]
    public void A_later_certificate_that_a_technician_has_given_the_board_counts_more_than_what_was_kept()
    {
        _city.Renew(New);
        _city.Run(TimeSpan.FromMinutes(1));
        ScriptedCertificates board = new() { Given = CertificateDesk.Ending(366) };
        Rig.Ports.Certificates = board;
        Rig.Restart();
        Assert.Null(board.InUse);
        board.Given = CertificateDesk.Ending(364);
        Rig.Restart();
        Assert.Equal(New, board.InUse);
    }

    [Fact]
    public void Power_that_goes_at_any_byte_leaves_those_before_or_the_new_ones_whole()
    {
        HashSet<bool> seen = [];
        for (int bytes = 0; bytes < 8000; bytes += 61)
        {
            CertificateDesk city = new();
            city.Renew(New);
            city.Rig.Store.BytesLeft = bytes;
            city.Run(TimeSpan.FromSeconds(20));
            city.Rig.Store.BytesLeft = int.MaxValue;
            ScriptedCertificates board = new();
            city.Rig.Ports.Certificates = board;
            city.Rig.Restart();
            Assert.True(board.InUse is null || board.InUse.AsSpan().SequenceEqual(New), $"{bytes} bytes");
            seen.Add(board.InUse is null);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void A_node_without_such_a_port_says_so()
    {
        Rig.Ports.Certificates = null;
        Rig.Restart();
        Rig.Pass(3);
        Assert.Equal((State.Rejected, Reason.NotSupported), Part(0, 10));
        Assert.Equal((State.Rejected, Reason.NotSupported), Use(0, 0, 0));
    }

    private (State State, Reason Reason) Part(uint offset, int length) => _city.Ask(
        body => body.OfferCertificate = new Contract.CertificatePart
        {
            Offset = offset, Part = ByteString.CopyFrom(new byte[length]),
        });

    private (State State, Reason Reason) Use(uint crc, uint device, uint authority) => _city.Ask(
        body => body.UseCertificates = new Contract.CertificateUse
        {
            Crc = crc, DeviceLength = device, AuthorityLength = authority,
        });
}
