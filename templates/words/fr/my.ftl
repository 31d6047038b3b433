## my
