using System.Globalization;

namespace SwapEdge.Boards.Flash;

/// <summary>Steps and remarks in two languages; {0} is the detail.</summary>
public static class StepTexts
{
    private static readonly Dictionary<StepText, (string English, string Chinese)> Rows = new()
    {
        [StepText.Board] = ("board description", "控制板说明"),
        [StepText.Settings] = ("station settings", "站点配置"),
        [StepText.Secrets] = ("secrets", "密钥"),
        [StepText.Image] = ("deployment image", "部署映像"),
        [StepText.Nanoff] = ("nanoff", "nanoff 工具"),
        [StepText.Port] = ("port", "串口"),
        [StepText.Known] = ("what the city knows of this node", "城市平台已知的节点信息"),
        [StepText.Chip] = ("chip and PSRAM", "芯片与 PSRAM"),
        [StepText.Runtime] = ("runtime", "运行时"),
        [StepText.RuntimeErased] = ("whole flash erased, runtime", "清除整个闪存并写入运行时"),
        [StepText.Program] = ("program written, rest of the partition erased", "写入程序，清除分区其余部分"),
        [StepText.Files] = ("settings, key and certificates", "配置、密钥与证书"),
        [StepText.Network] = ("network", "网络配置"),
        [StepText.Restart] = ("restart", "重启"),
        [StepText.Verify] = ("what the board says of itself", "控制板自报信息核对"),
        [StepText.Rehearsal] = ("Dry run: nothing is written.", "演练：不写入任何内容。"),
        [StepText.NotLooked] = ("not looked at in a dry run", "演练时不检查"),
        [StepText.FirstJournal] = ("the city has never heard of this node", "城市平台从未收到过该节点的信息"),
        [StepText.KnownJournal] = ("last journal {0}", "上一个日志标识 {0}"),
        [StepText.PsramUnknown] = (
            "nanoff cannot tell whether there is PSRAM: look at the module's marking",
            "nanoff 无法判断是否有 PSRAM：请查看模组标识"),
        [StepText.NoCheck] = (
            "without -Broker only the serial port is listened to, and its journal cannot be compared",
            "未指定 -Broker，只监听串口，无法核对日志标识"),
        [StepText.LeftOut] = ("not part of the program: {0}", "不属于该程序：{0}"),
        [StepText.Reported] = ("build {0}", "构建 {0}"),
        [StepText.Label] = ("Label", "标签"),
    };

    public static string Of(StepText text, Language language, string detail = "") =>
        string.Format(CultureInfo.InvariantCulture, Raw(text, language), detail);

    public static string Raw(StepText text, Language language) =>
        language == Language.Chinese ? Rows[text].Chinese : Rows[text].English;
}
