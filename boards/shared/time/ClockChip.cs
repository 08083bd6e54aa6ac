using System.Device.Spi;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A DS3234 with its battery: keeps UTC while the board has no power, to 3.5 ppm. Registers in BCD from 00h on,
    /// read and written in one transfer, as the chip holds them still meanwhile; a write goes to the address with 80h.
    /// The flag OSF in 0Fh says that the oscillator has stood still since it was cleared: then the time is unknown.
    /// </summary>
    public sealed class ClockChip
    {
        private const int WriteBit = 0x80;
        private const int ControlAddress = 0x0E;
        private const int StatusAddress = 0x0F;
        private const int OscillatorStopped = 0x80;

        /// <summary>The oscillator runs on the battery, the pin is for alarms, none is on.</summary>
        private const int ControlValue = 0x04;

        private const long DayMs = 86400000;

        // Days from 1970. The chip counts 2000 to 2099, in which each fourth year is a leap year.
        private const int DaysTo2000 = 10957;
        private const int DaysTo2100 = 47482;

        private readonly SpiDevice _device;
        private readonly byte[] _sent = new byte[8];
        private readonly byte[] _received = new byte[8];
        private readonly byte[] _order = new byte[3];

        /// <param name="device">A chip select; stays open.</param>
        public ClockChip(SpiDevice device)
        {
            _device = device;
        }

        /// <summary>Unix milliseconds; false when the chip does not know them, or is not there.</summary>
        public bool Read(out long utcMs)
        {
            utcMs = 0;
            Transfer(StatusAddress);
            if ((_received[1] & OscillatorStopped) != 0)
            {
                return false;
            }

            Transfer(0);
            int second = FromBcd(1, 0x7F, 59);
            int minute = FromBcd(2, 0x7F, 59);
            int hour = (_received[3] & 0x40) != 0 ? -1 : FromBcd(3, 0x3F, 23);
            int day = FromBcd(5, 0x3F, 31);
            int month = FromBcd(6, 0x1F, 12);
            int year = FromBcd(7, 0xFF, 99);
            if (second < 0 || minute < 0 || hour < 0 || month < 1 || year < 0 || day < 1 || day > Days(year, month))
            {
                return false;
            }

            int days = DaysTo2000 + FirstDay(year) + day - 1;
            for (int i = 1; i < month; i++)
            {
                days += Days(year, i);
            }

            utcMs = days * DayMs + ((hour * 60 + minute) * 60 + second) * 1000L;
            return true;
        }

        /// <summary>Sets it, and then says that it runs. Times outside 2000 to 2099 are left alone.</summary>
        public void Write(long utcMs)
        {
            int days = (int)(utcMs / DayMs);
            if (days < DaysTo2000 || days >= DaysTo2100)
            {
                return;
            }

            int second = (int)(utcMs % DayMs / 1000);
            days -= DaysTo2000;
            int year = days * 4 / 1461;
            int day = days - FirstDay(year);
            int month = 1;
            while (day >= Days(year, month))
            {
                day -= Days(year, month);
                month++;
            }

            _sent[0] = WriteBit;
            _sent[1] = ToBcd(second % 60);
            _sent[2] = ToBcd(second / 60 % 60);
            _sent[3] = ToBcd(second / 3600);
            _sent[4] = (byte)(days % 7 + 1);
            _sent[5] = ToBcd(day + 1);
            _sent[6] = ToBcd(month);
            _sent[7] = ToBcd(year);
            _device.Write(_sent);
            _order[0] = WriteBit | ControlAddress;
            _order[1] = ControlValue;
            _order[2] = 0;
            _device.Write(_order);
        }

        private void Transfer(int address)
        {
            _sent[0] = (byte)address;
            _device.TransferFullDuplex(_sent, _received);
        }

        /// <summary>Value of a register that was read, or -1 when it is none.</summary>
        private int FromBcd(int index, int mask, int most)
        {
            int bits = _received[index] & mask;
            int value = (bits >> 4) * 10 + (bits & 15);
            return (bits & 15) > 9 || value > most ? -1 : value;
        }

        private static byte ToBcd(int value)
        {
            return (byte)(value / 10 << 4 | value % 10);
        }

        private static int FirstDay(int year)
        {
            return year * 365 + (year + 3) / 4;
        }

        private static int Days(int year, int month)
        {
            return month == 2 ? (year % 4 == 0 ? 29 : 28)
                : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        }
    }
}
