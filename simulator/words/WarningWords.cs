using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A warning of the pack monitor in words, with what its value means.</summary>
public static class WarningWords
{
    /// <param name="warning">Which.</param>
    /// <param name="level">0 when it was cleared: its value says nothing then.</param>
    /// <param name="value">What was seen.</param>
    public static string Of(PackWarning warning, int level, int value)
    {
        string name = Words.Of(warning);
        string? detail = level == 0 ? null : Detail(warning, value);
        return detail is null ? name : $"{name}: {detail}";
    }

    private static string? Detail(PackWarning warning, int value) => warning switch
    {
        PackWarning.BmsReportsTimeout or PackWarning.ChargerReportsTimeout => Words.Of((ChargeFault)value),
        PackWarning.StageOverdue => Words.Of((ChargeStage)value),
        PackWarning.StoppedOnFault => Words.Of((StopReason)value),
        PackWarning.AttemptsExhausted => Invariant($"{value} attempts"),
        PackWarning.OverTemperature => Invariant($"{value} °C"),
        _ => null,
    };
}
