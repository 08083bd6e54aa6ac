using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A warning of the pack monitor in words, with what its value means.</summary>
public static class WarningWords
{
    public static string Of(PackWarning warning, int value)
    {
        string name = Words.Of(warning);
        string? detail = Detail(warning, value);
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
