using nanoFramework.TestFramework;
using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>Facts are the bits of a 64-bit enum.</summary>
    [TestClass]
    public static class EnumTests
    {
        [TestMethod]
        public static void An_enum_of_64_bits_keeps_its_upper_half()
        {
            Fact last = (Fact)(1UL << 63);
            Fact both = last | Fact.KeySwitchOn;
            Assert.AreEqual(0x8000000000000001, (ulong)both);
            Assert.IsTrue((both & last) == last && (both & ~last) == Fact.KeySwitchOn);
        }
    }
}
