using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Firmware;

/// <summary>Nobody is surprised by the end of a certificate.</summary>
public sealed class CertificateWatchTests
{
    private const long DayMs = 86_400_000;

    private readonly CertificateDesk _city = new();

    private LaneRig Rig => _city.Rig;

    [Fact]
    public void Each_end_is_warned_about_30_14_7_and_1_days_before_and_once_it_has_come()
    {
        foreach (double days in (double[])[40, 30.5, 30, 29, 14.5, 14, 13, 7, 6, 1.5, 1, 0.5, 0, -1, -2])
        {
            Stand(days);
        }

        Assert.Equal(
            [(1, 30), (1, 14), (2, 7), (3, 1), (3, 0)],
            Warnings(NodeWarning.CertificateEnds).Select(one => (one.Level, one.Value)));
        Assert.Equal(5, Warnings(NodeWarning.AuthorityEnds).Length);
    }

    [Fact]
    public void A_warning_goes_when_the_certificate_is_renewed()
    {
        Stand(6);
        Assert.Equal(1, Warnings(NodeWarning.CertificateEnds).Count(one => one.Level == 2));
        Stand(365);
        EventRecord last = Warnings(NodeWarning.CertificateEnds)[^1];
        Assert.Equal((EventKind.WarningCleared, 0, 365), (last.Kind, last.Level, last.Value));
    }

    [Fact]
    public void Over_for_less_than_a_day_is_less_than_none_left()
    {
        Stand(-0.5);
        Assert.Equal(-1, Assert.Single(Warnings(NodeWarning.CertificateEnds)).Value);
    }

    [Fact]
    public void Without_a_time_there_is_no_warning_but_the_ends_are_told_and_no_days()
    {
        Rig.Clock.UtcQuality = TimeQuality.Unknown;
        Rig.Store.Delete("time-0");
        Rig.Store.Delete("time-1");
        Rig.Restart();
        Stand(2);
        Assert.Empty(Warnings(NodeWarning.CertificateEnds));
        Contract.CertificateEnds told = Told();
        Assert.Equal(Rig.Clock.UtcMs + (2 * DayMs), told.DeviceUtcMs);
        Assert.False(told.HasDeviceDaysLeft || told.HasAuthorityDaysLeft);
    }

    [Fact]
    public void The_birth_says_how_many_days_are_left()
    {
        Stand(20);
        Contract.CertificateEnds told = Told();
        Assert.Equal((20, 20), (told.DeviceDaysLeft, told.AuthorityDaysLeft));
        Stand(-3);
        Assert.Equal((-3, -3), (Told().DeviceDaysLeft, Told().AuthorityDaysLeft));
    }

    [Fact]
    public void What_the_board_cannot_tell_is_left_out()
    {
        _city.Port.Tells = false;
        Stand(1);
        Assert.Empty(Warnings(NodeWarning.CertificateEnds));
        Assert.Equal(new Contract.CertificateEnds(), Told());
    }

    /// <summary>So many days before both end, for two minutes.</summary>
    private void Stand(double days)
    {
        _city.Port.Given = ScriptedCertificates.Ending(Rig.Clock.UtcMs + (long)(days * DayMs));
        Rig.Pass(2400);
    }

    private Contract.CertificateEnds Told()
    {
        Rig.Node.Uplink.ResendBirth();
        Rig.Pass(3);
        return Contract.Birth.Parser.ParseFrom(Rig.Uplink.On("/birth").Last()).Snapshot.Certificates;
    }

    private EventRecord[] Warnings(NodeWarning warning)
    {
        List<EventRecord> all = [];
        for (ulong i = 1; i <= Rig.Node.Journal.LastStored; i++)
        {
            EventRecord record = JournaledEvents.Read(Rig.Node.Journal, i);
            if (record.NodeWarning == (int)warning)
            {
                all.Add(record);
            }
        }

        return [.. all];
    }
}
