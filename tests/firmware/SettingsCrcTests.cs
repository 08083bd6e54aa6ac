using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>The CRC by which birth and record say under which settings a swap was made.</summary>
public sealed class SettingsCrcTests
{
    [Fact]
    public void The_same_settings_have_the_same_crc_and_one_that_came_with_them_stays()
    {
        Assert.Equal(CrcOf(Settings()), CrcOf(Settings()));
        Assert.NotEqual(0u, CrcOf(Settings()));
        NodeSettings given = Settings();
        given.Crc = 7;
        Assert.Equal(7u, CrcOf(given));
    }

    [Fact]
    public void Every_field_of_settings_profile_and_journal_counts()
    {
        foreach (Func<NodeSettings, object> part in (Func<NodeSettings, object>[])
            [settings => settings, settings => settings.Profile, settings => settings.Journal])
        {
            Type type = part(Settings()).GetType();
            foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            {
                if (field.Name is nameof(NodeSettings.Crc) or nameof(NodeSettings.Profile)
                    or nameof(NodeSettings.Journal))
                {
                    continue;
                }

                NodeSettings changed = Settings();
                field.SetValue(part(changed), Other(field.GetValue(part(changed))!));
                Assert.True(CrcOf(changed) != CrcOf(Settings()), field.Name);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_field_of_a_step_counts(int field)
    {
        NodeSettings changed = Settings();
        StepPlan step = changed.Profile.Steps[0];
        changed.Profile.Steps[0] = new StepPlan(
            field == 0 ? Phase.Verifying : step.Phase, step.Require ^ (field == 1 ? Facts.KeySwitchOn : Facts.None),
            step.Forbid ^ (field == 2 ? Facts.KeySwitchOn : Facts.None), step.LimitMs + (field == 3 ? 1 : 0),
            step.Retries + (field == 4 ? 1 : 0), step.GoesBack ^ (field == 5));
        Assert.NotEqual(CrcOf(Settings()), CrcOf(changed));
    }

    [Fact]
    public void A_letter_that_moves_from_one_vehicle_to_the_next_counts()
    {
        NodeSettings one = Settings();
        one.Vehicles = ["AB", "C"];
        NodeSettings other = Settings();
        other.Vehicles = ["A", "BC"];
        Assert.NotEqual(CrcOf(one), CrcOf(other));
    }

    [Fact]
    public void The_end_of_a_swap_says_under_which_settings_it_was_made()
    {
        LaneRig rig = new();
        rig.DriveTo(Phase.Releasing);
        rig.Inputs.VehiclePresent = false;
        rig.RunTo(Phase.Idle);
        rig.Pass(2);
        EventRecord ended = new();
        rig.Node.Journal.FindLast(EventKind.SwapEnded, ended);
        Assert.NotEqual(0u, ended.Summary.SettingsCrc);
    }

    private static object Other(object value) => value switch
    {
        string text => text + "x",
        bool flag => !flag,
        int number => number + 1,
        long number => number + 1,
        int[] numbers => numbers.Append(1).ToArray(),
        string[] texts => texts.Append("x").ToArray(),
        PackRule[] rules => rules.Append(new PackRule("", "", [])).ToArray(),
        StepPlan[] steps => steps.Skip(1).ToArray(),
        _ => throw new InvalidOperationException($"{value.GetType()}"),
    };

    private static uint CrcOf(NodeSettings settings)
    {
        settings.SetCrc();
        return settings.Crc;
    }

    private static NodeSettings Settings() => new()
    {
        City = "linfen", Station = "station-1", Node = "lane-1", Board = "rig", LinkAddress = 0x80, Lane = 1,
        Vehicles = [LaneRig.Vin],
    };
}
